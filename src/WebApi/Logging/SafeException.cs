using System.Text;

namespace CleanApi.WebApi.Logging;

/// <summary>
/// What a provider sees of an exception: its text, redacted and cut, where only stack frames and inner exceptions begin a line, so that no message can forge
/// one. The exception itself stays behind: messages of databases and parsers quote what a client sent.
/// </summary>
internal sealed class SafeException : Exception
{
    private const int MaxText = 8000;
    private const string Logged = "CleanApi.Logged";

    private readonly string text;

    /// <summary>Reads an exception.</summary>
    public SafeException(Exception exception)
        : base(Redactor.Text(exception.Message)) => text = Text(exception);

    /// <summary>Marks an exception whose entry is written, for a host that would log it again when it is thrown on.</summary>
    public static void MarkAsLogged(Exception exception) => exception.Data[Logged] = true;

    /// <summary>Whether an exception is marked.</summary>
    public static bool WasLogged(Exception? exception) => exception?.Data.Contains(Logged) is true;

    /// <inheritdoc />
    public override string ToString() => text;

    // From the parts and never from ToString(), in which nothing tells a line of a message from a frame.
    private static string Text(Exception exception)
    {
        var safe = new StringBuilder();
        Append(safe, exception, "");
        return safe.Length > MaxText ? safe.ToString(0, MaxText) + "…" : safe.ToString();
    }

    private static void Append(StringBuilder safe, Exception exception, string introduction)
    {
        safe.Append(introduction).Append(Redactor.Text($"{exception.GetType()}: {exception.Message}"));
        foreach (var line in exception.StackTrace.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                safe.Append(Environment.NewLine).Append("   ").Append(Redactor.Text(line.Trim().ToString()));
            }
        }

        foreach (var inner in exception is AggregateException several ? several.InnerExceptions : exception.InnerException is { } one ? [one] : [])
        {
            if (safe.Length > MaxText)
            {
                return;
            }

            Append(safe, inner, $"{Environment.NewLine}   ---> ");
        }
    }
}
