using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging.Console;

namespace CleanApi.WebApi.Logging;

/// <summary>What the console's two formats have in common, and a settings file cannot say for each: the time, unless <c>Logging:Console:FormatterOptions</c> does.</summary>
internal static class ConsoleFormats
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>Completes the formats' options.</summary>
    public static IServiceCollection CompleteConsoleFormats(this IServiceCollection services) => services
        .PostConfigure<SimpleConsoleFormatterOptions>(options => options.TimestampFormat ??= Time + " ")
        .PostConfigure<JsonConsoleFormatterOptions>(options =>
        {
            options.TimestampFormat ??= Time;
            // Text is redacted and without control characters: escaped, another alphabet would make a line six times as long.
            options.JsonWriterOptions = options.JsonWriterOptions with { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
}
