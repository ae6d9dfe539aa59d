using CleanApi.WebApi.Requests;
using Microsoft.Extensions.Time.Testing;

namespace CleanApi.WebApi.UnitTests.Requests;

public sealed class RepeatedRefusalsTests
{
    private const string Code = "SERVICE_UNAVAILABLE";
    private const string Cause = "Too many requests wait";
    private const string Route = "api/auth/login";

    private readonly FakeTimeProvider clock = new();
    private readonly RepeatedRefusals refusals;

    public RepeatedRefusalsTests() => refusals = new RepeatedRefusals(clock);

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public void Of_a_flood_of_one_refusal_a_few_are_logged_and_the_next_line_counts_the_others(int status)
    {
        Enumerable.Range(0, 1000).Count(_ => refusals.IsLogged(status, Code, Cause, Route, out var left) && left == 0).Should().Be(RepeatedRefusals.MostLines);

        clock.Advance(RepeatedRefusals.Window);

        refusals.IsLogged(status, Code, Cause, Route, out var unlogged).Should().BeTrue();
        unlogged.Should().Be(1000 - RepeatedRefusals.MostLines);
        refusals.IsLogged(status, Code, Cause, Route, out var none).Should().BeTrue();
        none.Should().Be(0);
    }

    [Fact]
    public void Another_refusal_has_a_limit_of_its_own()
    {
        for (var number = 0; number <= RepeatedRefusals.MostLines; number++)
        {
            refusals.IsLogged(503, Code, Cause, Route, out _);
        }

        refusals.IsLogged(503, Code, Cause, "api/v1/users", out _).Should().BeTrue();
        refusals.IsLogged(503, Code, "The request has taken too long", Route, out var left).Should().BeTrue();
        left.Should().Be(0);
        refusals.IsLogged(429, "RATE_LIMIT_EXCEEDED", null, Route, out _).Should().BeTrue();
        refusals.IsLogged(503, Code, Cause, Route, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(422)]
    [InlineData(500)]
    public void Everything_else_is_logged_each_time(int status) =>
        Enumerable.Range(0, 100).Count(_ => refusals.IsLogged(status, null, null, Route, out var left) && left == 0).Should().Be(100);
}
