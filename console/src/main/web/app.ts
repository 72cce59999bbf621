import './shell/syncopate-console';
