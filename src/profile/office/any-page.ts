/** Statuses by which a web server shows that it is there, where nobody has written down its page (change log, first release). */
export const ANY_PAGE = [200, 204, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405] as const;
