using CleanApi.Infrastructure.Settings;
using CleanApi.WebApi.RateLimits;
using Microsoft.AspNetCore.Builder;

namespace CleanApi.WebApi.UnitTests.RateLimits;

[Trait("Requirement", "R224")]
public sealed class RatePolicyCheckTests
{
    [Fact]
    public async Task An_endpoint_without_a_policy_ends_the_start()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/limited", () => "").RequireRateLimiting(RatePolicies.Api);
        app.MapGet("/health", () => "").DisableRateLimiting();
        app.RequireRatePolicies();

        app.MapGet("/forgotten", () => "");
        var check = app.RequireRatePolicies;
        check.Should().Throw<StartException>().WithMessage("Endpoints without a rate limit policy: *GET /forgotten*").Which.Message.Should().NotContain("/limited");
    }
}
