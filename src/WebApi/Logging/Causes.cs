namespace CleanApi.WebApi.Logging;

/// <summary>What led to something, on one line.</summary>
internal static class Causes
{
    /// <summary>The kind and the message of an exception, and of those behind it; not redacted.</summary>
    public static string Of(Exception exception)
    {
        List<string> causes = [];
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            causes.Add($"{cause.GetType().Name}: {cause.Message}");
        }

        return string.Join(" <- ", causes);
    }
}
