package diundashboard.platform.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * JSON objects one after the other in a text, as programs print them. A parser of JSON takes text
 * after the first value for an error, so it gets each object as a text of its own.
 */
public final class JsonObjectSequence {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader text;
  private int next;
  private Position position = new Position(1, 0);

  /** A place in the text, both numbers from 1. */
  public record Position(long line, long column) {

    /** Returns the earlier of two positions: parsers report the end of the text too late. */
    public Position orBefore(Position other) {
      var isBefore = line < other.line || (line == other.line && column <= other.column);
      return isBefore ? this : other;
    }

    /** Returns the position of a place in an object that begins here. */
    public Position plus(long lineInObject, long columnInObject) {
      return lineInObject <= 1
          ? new Position(line, column + Math.max(columnInObject, 1) - 1)
          : new Position(line + lineInObject - 1, columnInObject);
    }
  }

  public JsonObjectSequence(Reader text) throws IOException {
    this.text = new BufferedReader(text);
    advance();
  }

  private void advance() throws IOException {
    position =
        next == '\n'
            ? new Position(position.line + 1, 1)
            : new Position(position.line, position.column + 1);
    next = text.read();
  }

  /** Skips white space, and returns whether more text follows. */
  public boolean hasNext() throws IOException {
    while (next == BYTE_ORDER_MARK || Character.isWhitespace(next)) advance();
    return next >= 0;
  }

  /** Where the text continues. */
  public Position position() {
    return position;
  }

  /** Returns whether an object begins where the text continues. */
  public boolean isAtObject() {
    return next == '{';
  }

  /** Returns the text of the next object. Read it to its end before asking for another one. */
  public Reader next() {
    return new ObjectText();
  }

  /** Ends behind the bracket that closes the object, or at the end of the text. */
  private final class ObjectText extends Reader {

    private int depth;
    private boolean isAtEnd;
    private boolean isInString;
    private boolean isEscaped;

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int count = 0;
      while (count < length && !isAtEnd && next >= 0) {
        target[offset + count++] = (char) next;
        see((char) next);
        advance();
      }
      return count == 0 && length > 0 ? -1 : count;
    }

    private void see(char c) {
      if (isEscaped) {
        isEscaped = false;
      } else if (isInString) {
        isEscaped = c == '\\';
        isInString = c != '"';
      } else {
        switch (c) {
          case '"' -> isInString = true;
          case '{', '[' -> depth++;
          case '}', ']' -> isAtEnd = --depth <= 0;
          default -> {}
        }
      }
    }

    @Override
    public void close() {}
  }
}
