using System.Text;
using CleanApi.WebApi.Logging;
using CleanApi.WebApi.UnitTests.Edge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.UnitTests.Logging;

/// <summary>What reaches a provider, whoever logged it.</summary>
public sealed class SafeLoggingTests : IDisposable
{
    private const string Forged = "x\ninfo: FORGED\u2028[0]\u001b[31m";

    private readonly LogRecorder log = new();
    private readonly ServiceProvider services;
    private readonly ILogger logger;

    public SafeLoggingTests()
    {
        services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log)).AddSafeLogging().BuildServiceProvider();
        logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Some.Package");
    }

    public void Dispose() => services.Dispose();

    [Fact]
    [Trait("Requirement", "R183")]
    public void Every_category_writes_one_line_without_secrets_and_with_an_end()
    {
        logger.LogInformation("A {Thing} of {Person}: {Body}", Forged, "ada@acme.test", new string('ä', 200_000));

        var text = log.Entries.Single().Text;
        text.Should().NotMatchRegex(@"[\u0000-\u001f\u007f-\u009f\u2028\u2029]").And.StartWith("A xinfo: FORGED").And.Contain("a***@acme.test").And.EndWith("…");
        Encoding.UTF8.GetByteCount(text).Should().BeLessThan(1900);
    }

    [Fact]
    [Trait("Requirement", "R183")]
    public void Values_and_scopes_are_as_safe_as_the_text()
    {
        using (logger.BeginScope(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Path"] = Forged }.ToList()))
        {
            logger.LogWarning("{Token} {Count} {Any}", "Bearer abc", 3, new Uri("http://x.test/?ada@acme.test"));
        }

        log.States.Should().ContainSingle(state => state.Key == "Path").Which.Value.Should().Be("xinfo: FORGED[0][31m");
        log.States.Should().Contain([new("Token", "Bearer ***"), new("Count", 3), new("Any", "http://x.test/?a***@acme.test")]);
    }

    [Fact]
    public void An_exception_below_an_error_is_part_of_the_line()
    {
        logger.LogWarning(new InvalidOperationException(Forged), "Refused");

        log.Entries.Single().Text.Should().StartWith("Refused (InvalidOperationException: xinfo: FORGED");
        log.Entries.Single().Exception.Should().BeNull();
    }

    [Fact]
    [Trait("Requirement", "R143")]
    public void An_error_keeps_its_stack_trace_on_lines_that_no_message_begins()
    {
        const string forgedFrame = "\n   at 12:00 admin signed in\r\n--- End of inner exception stack trace ---\n ---> System.Exception: none";
        var inner = Thrown($"inner{forgedFrame}");
        logger.LogError(Thrown($"{Forged}{forgedFrame} ada@acme.test {new string('a', 200_000)}", new AggregateException(inner, inner)), "Failed");

        var trace = log.Entries.Single().Exception!.ToString();
        trace.Should().Contain("InvalidOperationException").And.NotContain("ada@");
        trace.Length.Should().BeLessThan(10_000);
        var lines = trace.Split(Environment.NewLine);
        lines.Should().OnlyContain(line => !line.TrimStart().StartsWith("at 12:00", StringComparison.Ordinal) && !line.Contains('\n'));
        lines[0].Should().StartWith("System.InvalidOperationException: xinfo: FORGED");
        lines.Skip(1).Where(line => !line.StartsWith("   at CleanApi.", StringComparison.Ordinal)).Should().HaveCount(3).And.OnlyContain(
            line => line.StartsWith("   ---> System.", StringComparison.Ordinal));
        lines.Count(line => line.Contains(nameof(Thrown), StringComparison.Ordinal)).Should().Be(3);
    }

    [Fact]
    public void An_exception_is_logged_once()
    {
        var exception = new InvalidOperationException();
        SafeException.MarkAsLogged(exception);
        logger.LogError(exception, "The host saw it too");
        log.Entries.Should().BeEmpty();
    }

    private static InvalidOperationException Thrown(string message, Exception? inner = null)
    {
        try
        {
            throw new InvalidOperationException(message, inner);
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
