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
    [Trait("Requirement", "R136")]
    public async Task A_request_whose_client_has_left_is_said_so_whatever_was_being_written()
    {
        using var log = new LogRecorder();

        await Run(http =>
        {
            RequestContext.Of(http).IsAborted = true;
            http.Response.StatusCode = 422;
            return Task.CompletedTask;
        }, log);

        log.Entries[^1].Text.Should().MatchRegex("^Request completed req_[0-9a-z]{26} 499 in ");
        log.Entries[^1].Level.Should().Be(LogLevel.Information);
    }

    [Fact]
    [Trait("Requirement", "R179")]
    public async Task A_line_tells_all_of_a_request_however_long_its_method_is()
    {
        context.Request.Method = new string('M', 1900);
        context.Request.Path = "/here";
        context.Request.Headers.UserAgent = "probe/1.0";
        using var log = new LogRecorder();

        await Run(_ => Task.CompletedTask, log);

        log.Entries[^1].Text.Should().EndWith($" ms: {new string('M', 20)}… /here from (null) with probe/1.0; - by anonymous - of -");
    }

    [Theory]
    [InlineData(null, " with probe/1.0; ")]
    [InlineData("shop-17", " with probe/1.0, correlated shop-17; ")]
    public async Task A_line_names_the_correlation_id_that_there_is(string? id, string end)
    {
        context.Request.Headers.UserAgent = "probe/1.0";
        context.Request.Headers["X-Correlation-ID"] = id;
        using var log = new LogRecorder();

        await Run(_ => Task.CompletedTask, log);

        log.Entries.Should().OnlyContain(entry => entry.Text.Contains(end, StringComparison.Ordinal));
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
        await new RequestMiddleware(next, headers, TimeProvider.System, factory.CreateLogger<RequestMiddleware>()).InvokeAsync(context);
    }
}
