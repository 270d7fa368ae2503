// Jest asks packages for their CommonJS entry. Packages that only have an ES module entry are asked again for that one.
module.exports = (request, options) => {
  try {
    return options.defaultResolver(request, options);
  } catch (error) {
    if (request.startsWith('.') || request.startsWith('/')) throw error;
    const conditions = ['import', ...(options.conditions ?? []).filter((condition) => condition !== 'require')];
    return options.defaultResolver(request, { ...options, conditions });
  }
};
