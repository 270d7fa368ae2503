import { testDatabaseKind } from '@fashen/testing';
import { mysqlFaults } from './mysql-faults';
import { sqliteFaults } from './sqlite-faults';

const suites = { sqlite: sqliteFaults, mysql: mysqlFaults };

suites[testDatabaseKind()]();
