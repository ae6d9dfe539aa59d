using CleanApi.Infrastructure.Settings;
using CleanApi.WebApi.Logging;

namespace CleanApi.WebApi.Common;

/// <summary>Why the program ends, for its operator.</summary>
internal static class StartFailure
{
    /// <summary>One line: what a setting's own check says, or the kind of failure and its message, with those behind it.</summary>
    public static string Describe(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is StartException)
            {
                return Redactor.Text(cause.Message, Redactor.MaxLine);
            }
        }

        List<string> causes = [];
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            causes.Add($"{cause.GetType().Name}: {cause.Message}");
        }

        return Redactor.Text(string.Join(" <- ", causes), Redactor.MaxLine);
    }
}
