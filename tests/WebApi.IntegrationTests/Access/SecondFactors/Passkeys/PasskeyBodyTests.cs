using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Malformed credentials in a passkey sign-in.</summary>
public sealed class PasskeyBodyTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    [Theory]
    [InlineData("{}", "token REQUIRED", "credential REQUIRED")]
    [InlineData("""{"token":"tok_x","credential":null}""", "credential REQUIRED")]
    [InlineData("""{"token":"tok_x","credential":"x"}""", "credential INVALID_TYPE")]
    [InlineData(
        """{"token":"","credential":{}}""", "token REQUIRED", "credential.id REQUIRED", "credential.rawId REQUIRED", "credential.type REQUIRED", "credential.response REQUIRED")]
    [InlineData(
        """{"token":"tok_x","credential":{"id":1,"rawId":"AA","type":"public-key","response":{}},"userId":"usr_x"}""",
        "userId UNKNOWN_FIELD", "credential.id INVALID_TYPE", "credential.response.clientDataJSON REQUIRED")]
    [InlineData("""{"token":"tok_x","credential":{"id":"AA","rawId":"AA","type":"public-key","response":[]}}""", "credential.response INVALID_TYPE")]
    [Trait("Requirement", "R240")]
    public async Task A_wrong_body_is_422_with_the_field(string json, params string[] errors)
    {
        using var response = await api.Anonymous.PostTextAsync("/api/auth/passkeys/verify", json);
        var body = await response.JsonAsync();
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        body.At("error.details").EnumerateArray().Select(detail => $"{detail.Text("field")} {detail.Text("code")}").Should().Equal(errors);
    }

    [Theory]
    [InlineData("""{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"AA"}}""")]
    [InlineData("""{"id":"!","rawId":"!","type":"public-key","response":{"clientDataJSON":"!","authenticatorData":"","signature":"","userHandle":""}}""")]
    [InlineData("""{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"AA","authenticatorData":"AA","signature":"AA"}}""")]
    public async Task A_malformed_credential_is_rejected_alike(string credential)
    {
        var (token, _) = await api.ChallengeAsync();
        using var response = await api.Anonymous.PostTextAsync("/api/auth/passkeys/verify", $$"""{"token":"{{token}}","credential":{{credential}}}""");
        (response.StatusCode, (await response.JsonAsync()).Text("error.message")).Should().Be((HttpStatusCode.Unauthorized, "Invalid passkey"));
    }
}
