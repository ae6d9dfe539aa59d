using CleanApi.WebApi.Requests;
using CleanApi.WebApi.UnitTests.Edge;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace CleanApi.WebApi.UnitTests.Requests;

public sealed class RequestMiddlewareTests
{
    private readonly DefaultHttpContext context = new();

    [Fact]
    [Trait("Requirement", "R182")]
    public async Task Logs_an_exception_and_rethrows_it()
    {
        using var log = new LogRecorder();
        var failure = new InvalidOperationException("Broken");

        await FluentActions.Awaiting(() => Run(_ => throw failure, log)).Should().ThrowAsync<InvalidOperationException>();

        log.Entries[^1].Text.Should().StartWith($"Request failed {RequestContext.Of(context).Id}");
        log.Entries[^1].Level.Should().Be(LogLevel.Error);
        log.Entries[^1].Exception.Should().BeSameAs(failure);
    }

    [Fact]
    [Trait("Requirement", "R178")]
    public async Task Assigns_one_request_id()
    {
        string? seen = null;
        using var log = new LogRecorder();

        await Run(http =>
        {
            seen = RequestContext.Of(http).Id;
            return Task.CompletedTask;
        }, log);

        seen.Should().Be(context.TraceIdentifier).And.Be(RequestContext.Of(context).Id);
        log.Entries.Should().AllSatisfy(entry => entry.Text.Should().Contain(seen));
    }

    [Fact]
    [Trait("Requirement", "R161")]
    public async Task Removes_identity_headers_of_the_client()
    {
        context.Request.Headers["x-user-id"] = "usr_01h455vb4pex5vsknk084sn02q";
        using var log = new LogRecorder();

        await Run(_ => Task.CompletedTask, log);

        context.Request.Headers.ContainsKey("X-User-Id").Should().BeFalse();
    }

    private async Task Run(RequestDelegate next, LogRecorder log)
    {
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var headers = new SecurityHeaders(Options.Create(new SecurityHeaderOptions()), Substitute.For<IHostEnvironment>());
        await new RequestMiddleware(next, headers, factory.CreateLogger<RequestMiddleware>()).InvokeAsync(context);
    }
}
