using CleanApi.WebApi.RateLimits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.RateLimits;

/// <summary>Which policy an endpoint is under.</summary>
[Trait("Requirement", "R224")]
public sealed class RatePolicyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private IEnumerable<RouteEndpoint> Endpoints => api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [Fact]
    public void Every_endpoint_is_under_a_policy_that_there_is_or_says_that_it_is_not_limited()
    {
        Endpoints.Should().HaveCountGreaterThan(100)
            .And.OnlyContain(endpoint => IsUnlimited(endpoint) || RatePolicies.All.Contains(PolicyOf(endpoint)));
        Endpoints.Where(IsUnlimited).Select(endpoint => endpoint.RoutePattern.RawText).Should().BeEquivalentTo(
            "/health/live", "/health/ready", "/auth/assets/{file}", "/docs/docs.css", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css");
    }

    [Fact]
    [Trait("Requirement", "R158")]
    public void What_verifies_a_credential_is_under_auth() => Under(RatePolicies.Auth).Should().BeEquivalentTo(
        "login", "verifySecondFactor", "beginPasskeySignIn", "signInWithPasskey", "beginExternalSignIn", "completeExternalSignIn", "linkExternalIdentity",
        "verifyEmail", "resetPassword", "confirmEmail", "lookupInvitation", "acceptInvitation", "reauthenticate", "changePassword",
        "beginTotp", "confirmTotp", "disableTotp", "renewRecoveryCodes", "beginPasskeyRegistration", "createPasskey", "deletePasskey",
        "POST /auth/signin", "POST /auth/second-factor", "POST /auth/reauthenticate", "POST /auth/verify-email", "POST /auth/reset-password",
        "POST /auth/confirm-email", "POST /auth/accept-invitation", "POST /auth/join", "POST /auth/set-up-second-factor");

    [Fact]
    [Trait("Requirement", "R159")]
    public void What_sends_a_mail_on_demand_or_reads_a_whole_log_is_under_expensive() => Under(RatePolicies.Expensive).Should().BeEquivalentTo(
        "register", "forgotPassword", "resendVerification", "sendInvitation", "inviteUser", "resendInvitation", "changeEmail", "verifyAuditLog",
        "POST /auth/register", "POST /auth/forgot-password", "POST /auth/resend-verification");

    [Fact]
    [Trait("Requirement", "R162")]
    public void All_others_are_under_api() =>
        Under(RatePolicies.Api).Should().Contain(["listUsers", "getMe", "refresh", "logout", "getJsonWebKeySet", "GET /auth/signin", "POST /auth/switch-organization"]);

    [Fact]
    public async Task The_document_tells_the_policy_of_each_operation_and_that_it_can_refuse()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        foreach (var operation in contract.Operations)
        {
            var endpoint = Endpoints.Single(one => "/" + one.RoutePattern.RawText!.TrimStart('/') == operation.Path && Methods(one).Contains(operation.Method));
            var stated = operation.Definition.TryGetProperty("x-ratelimit-policy", out var policy) ? policy.GetString() : null;
            stated.Should().Be(IsUnlimited(endpoint) ? null : PolicyOf(endpoint), operation.Id);
            operation.Definition.GetProperty("responses").TryGetProperty("429", out _).Should().Be(stated is not null, operation.Id);
        }
    }

    private static bool IsUnlimited(Endpoint endpoint) => endpoint.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null;

    private static string? PolicyOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;

    private static IReadOnlyList<string> Methods(Endpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    // By its operation id; a page by method and path.
    private IEnumerable<string> Under(string policy) => Endpoints.Where(endpoint => !IsUnlimited(endpoint) && PolicyOf(endpoint) == policy)
        .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? $"{Methods(endpoint)[0]} {endpoint.RoutePattern.RawText}");
}
