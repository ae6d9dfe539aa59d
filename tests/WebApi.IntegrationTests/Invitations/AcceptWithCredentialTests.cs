using System.Net;
using CleanApi.WebApi.IntegrationTests.Access;
using CleanApi.WebApi.IntegrationTests.Access.People;

namespace CleanApi.WebApi.IntegrationTests.Invitations;

/// <summary>A credential that is sent with the acceptance of an invitation and is wrong is not taken for none.</summary>
public sealed class AcceptWithCredentialTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private const string Path = "/api/v1/invitations/accept";

    [Theory]
    [InlineData("Authorization", "Bearer forged")]
    [InlineData("Authorization", "Bearer sk_live_forged")]
    [InlineData("Authorization", null)]
    [InlineData("Cookie", "access_token=forged")]
    [Trait("Requirement", "R213")]
    public async Task A_wrong_one_is_rejected_and_the_link_stays_good(string header, string? value)
    {
        var (administrator, guest) = (await api.OrganizationAsync("Host Ltd"), AccountsApi.NewEmail());
        await api.InviteAsync(administrator, guest);
        var body = new { token = (await api.MailAsync(guest, "invited")).Token, name = "Grace", password = AccountsApi.FirstPassword };
        value ??= $"Bearer {await SignedOutAsync(administrator)}";

        using (var refused = await api.SendAsync(HttpMethod.Post, Path, body, (header, value), ("Origin", api.Origin)))
        {
            (refused.StatusCode, (await refused.JsonAsync()).Text("error.code")).Should().Be((HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR"));
            refused.Headers.WwwAuthenticate.ToString().Should().Contain("error=\"invalid_token\"");
        }

        (await api.PostAsync(Path, body)).Status.Should().Be(HttpStatusCode.Created);
    }

    private async Task<string> SignedOutAsync(string email)
    {
        var (access, refresh) = await api.SessionAsync(email);
        (await api.PostAsync("/api/auth/logout", new { refreshToken = refresh })).Status.Should().Be(HttpStatusCode.NoContent);
        return access;
    }
}
