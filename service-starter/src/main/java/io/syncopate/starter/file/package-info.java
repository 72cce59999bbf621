/**
 * Files of text that callers send, row by row. What is wrong with a file as a whole is refused; what is
 * wrong with a row is for its reader to tell.
 */
@NullMarked
package io.syncopate.starter.file;

import org.jspecify.annotations.NullMarked;
