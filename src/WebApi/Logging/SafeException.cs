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
        : base(Redactor.Text(exception.Message)) => text = Text(exception.ToString());

    /// <summary>Marks an exception whose entry is written, for a host that would log it again when it is thrown on.</summary>
    public static void MarkAsLogged(Exception exception) => exception.Data[Logged] = true;

    /// <summary>Whether an exception is marked.</summary>
    public static bool WasLogged(Exception? exception) => exception?.Data.Contains(Logged) is true;

    /// <inheritdoc />
    public override string ToString() => text;

    private static string Text(string whole)
    {
        var safe = new StringBuilder();
        foreach (var line in whole.AsSpan().EnumerateLines())
        {
            if (safe.Length >= MaxText)
            {
                return safe.Append('…').ToString();
            }

            var isFrame = line.TrimStart().StartsWith("at ", StringComparison.Ordinal) || line.TrimStart().StartsWith("--", StringComparison.Ordinal);
            safe.Append(safe.Length == 0 ? "" : isFrame ? $"{Environment.NewLine}   " : " ").Append(Redactor.Text(line.Trim().ToString()));
        }

        return safe.ToString();
    }
}
