using System.Net;
using System.Text.RegularExpressions;
using CleanApi.WebApi.IntegrationTests.Invitations;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>The first sign-in with a provider of somebody who is invited: nobody joins without saying yes.</summary>
public sealed partial class JoinTests(ExternalApi api) : IClassFixture<ExternalApi>
{
    [Fact]
    [Trait("Requirement", "R232")]
    [Trait("Requirement", "R246")]
    public async Task Who_is_invited_is_asked_first_and_joins_what_they_choose()
    {
        const string email = "wanted@newcomer.test";
        await api.InviteAsync(email, "VIEWER");
        await api.InviteAsync(email, "ADMIN", by: ApiFixture.OtherAdmin);
        using var browser = new Browser(api);

        using var asked = await browser.SignInAsync("google", email, "/welcome");

        (asked.StatusCode, asked.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, "/auth/join?returnUrl=%2Fwelcome"));
        AuthApi.Attributes(asked, "external_registration").Should().Be("httponly; max-age=600; path=/auth; samesite=lax; secure");
        browser.Has("access_token").Should().BeFalse();
        (await api.ScalarAsync<long>($"select count(*) from access.accounts where email = '{email}'")).Should().Be(0);
        using var page = await browser.GoAsync("/auth/join");
        var body = await page.Content.ReadAsStringAsync();
        body.Should().Contain("Acme").And.Contain("Globex").And.Contain("wanted&#x27;s organization");

        using var joined = await ChooseAsync(browser, Invitation().Matches(body).Single(match => match.Groups["name"].Value == "Acme").Groups["id"].Value, "/welcome");

        (joined.StatusCode, joined.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, "/welcome"));
        (await browser.MeAsync())!.Value.Text("data.attributes.role").Should().Be("VIEWER");
        using var invitations = await browser.GetAsync("/api/v1/me/invitations");
        (await invitations.JsonAsync()).At("data").EnumerateArray().Select(one => one.Text("attributes.organizationName")).Should().Equal("Globex");
        using var again = await ChooseAsync(browser, "own");
        again.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await api.ScalarAsync<long>($"select count(*) from access.memberships m join access.accounts a on a.id = m.account_id where a.email = '{email}'")).Should().Be(1);
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task Who_would_rather_not_join_gets_an_organization_of_their_own_and_can_accept_later()
    {
        const string email = "alone@newcomer.test";
        await api.InviteAsync(email);
        using var browser = new Browser(api);
        using var asked = await browser.SignInAsync("google", email);
        using var nothing = await ChooseAsync(browser, "");
        nothing.StatusCode.Should().Be(HttpStatusCode.OK, "nothing was chosen");
        browser.Has("access_token").Should().BeFalse();

        using var own = await ChooseAsync(browser, "own");

        own.Headers.Location!.OriginalString.Should().Be("/auth/signed-in");
        using var organization = await browser.GetAsync("/api/v1/organization");
        (await organization.JsonAsync()).Text("data.attributes.name").Should().Be("alone's organization");
        (await api.ScalarAsync<string>($"select status from invitations.invitations where email = '{email}'")).Should().Be("PENDING");
    }

    [Fact]
    public async Task A_foreign_invitation_and_a_forged_proof_join_nothing()
    {
        await api.InviteAsync("careful@newcomer.test");
        var foreign = await api.InviteAsync("another@newcomer.test");
        using var browser = new Browser(api);
        using var asked = await browser.SignInAsync("google", "careful@newcomer.test");
        using var refused = await ChooseAsync(browser, foreign);
        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var stranger = new Browser(api);
        using var without = await ChooseAsync(stranger, "own");
        (without.StatusCode, stranger.Has("access_token")).Should().Be((HttpStatusCode.SeeOther, false));
    }

    [Fact]
    [Trait("Requirement", "R111")]
    public async Task A_linked_person_signs_in_although_GitHub_tells_no_address_any_more()
    {
        using var browser = new Browser(api);
        using var first = await browser.SignInAsync("GitHub", "once@newcomer.test");
        first.Headers.Location!.OriginalString.Should().Be("/auth/signed-in");
        using var another = new Browser(api);
        using var second = await another.SignInAsync("GitHub", "once@newcomer.test");
        second.Headers.Location!.OriginalString.Should().Be("/auth/signed-in");
        (await another.MeAsync())!.Value.Text("data.attributes.email").Should().Be("once@newcomer.test");
    }

    private static Task<HttpResponseMessage> ChooseAsync(Browser browser, string invitation, string returnUrl = "") =>
        browser.SubmitAsync("/auth/join", ("invitation", invitation), ("returnUrl", returnUrl));

    [GeneratedRegex("value=\"(?<id>inv_[0-9a-z]+)\">Join (?<name>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Invitation();
}
