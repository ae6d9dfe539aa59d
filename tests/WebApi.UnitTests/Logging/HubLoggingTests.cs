using CleanApi.WebApi.Logging;
using CleanApi.WebApi.UnitTests.Edge;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CleanApi.WebApi.UnitTests.Logging;

/// <summary>What of SignalR's own lines reaches the log.</summary>
public sealed class HubLoggingTests : IDisposable
{
    private readonly LogRecorder log = new();
    private readonly FakeTimeProvider clock = new();
    private readonly ServiceProvider services;
    private readonly ILogger logger;

    public HubLoggingTests()
    {
        services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging(logging => logging.AddProvider(log)).AddSafeLogging().BuildServiceProvider();
        logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher");
    }

    public void Dispose() => services.Dispose();

    [Fact]
    public void What_a_call_was_answered_is_not_written_again()
    {
        logger.LogError(new HubException("VALIDATION_ERROR: type"), "Failed to invoke");

        log.Entries.Should().BeEmpty();
    }

    [Fact]
    public void A_fault_of_ours_is_an_error_with_its_stack_but_not_each_of_a_flood()
    {
        for (var i = 0; i < 100; i++)
        {
            logger.LogError(new NotSupportedException("It cannot be serialized."), "Failed to write");
        }

        log.Entries.Should().HaveCount(10).And.OnlyContain(entry => entry.Exception != null);

        clock.Advance(TimeSpan.FromSeconds(11));
        logger.LogError(new NotSupportedException("It cannot be serialized."), "Failed to write");
        log.Entries.Select(entry => entry.Text).Should().ContainSingle(text => text.Contains("90 before it were not logged"));
        log.Entries.Should().HaveCount(12);
    }

    [Fact]
    public void A_message_that_is_none_is_a_line_without_a_stack()
    {
        logger.LogError(new InvalidDataException("The maximum message size was exceeded."), "Error when processing requests.");

        log.Entries.Should().ContainSingle().Which.Exception.Should().BeNull();
        log.Entries.Single().Text.Should().Contain("maximum message size");
    }
}
