/**
 * Lets a server end what was asked for over a connection that is gone: by a process that was
 * killed, or on a connection that was given up. Only some systems can tell it; on others this
 * setting is refused, which is no fault.
 */
export const END_WITH_CLIENT = "SET client_connection_check_interval = '1s'";
