using CleanApi.WebApi.IntegrationTests.Invitations;

namespace CleanApi.WebApi.IntegrationTests.Pages;

/// <summary>The page of an invitation; what it does is the API's, and tested there.</summary>
public sealed class InvitationPageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R246")]
    public async Task It_says_who_invites_and_asks_an_account_to_sign_in_and_leads_back()
    {
        await api.InviteAsync(ApiFixture.OtherAdmin, "VIEWER");
        var link = new Uri((await api.MailAsync(ApiFixture.OtherAdmin, "invited")).Link!).PathAndQuery;
        using var browser = new Browser(api);

        var asked = await browser.GoAsync(link);
        asked.Body.Should().Contain("Acme Admin").And.Contain("Viewer").And.Contain("<h1>Join Acme</h1>")
            .And.Contain($"/auth/signin?email=admin%40globex.test&amp;returnUrl={Uri.EscapeDataString(link)}").And.NotContain("name=\"password\"");
        await browser.SignInAsync(ApiFixture.OtherAdmin);
        var page = await browser.GoAsync(link);
        page.Body.Should().Contain(">Join</button>").And.NotContain("name=\"password\"");

        var joined = await browser.SubmitAsync("/auth/accept-invitation", ("token", link.Split("token=")[1]));

        (joined.Status, joined.Header("Location")).Should().Be((303, "/auth/signed-in?notice=organization-joined"));
        (await browser.GoAsync(link)).Body.Should().Contain("This invitation is not valid");
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task An_account_adds_the_organization_of_its_registration_without_a_password()
    {
        using var browser = new Browser(api);
        await browser.SubmitAsync("/auth/register", ("organizationName", "Second Ltd"), ("name", "Acme Member"), ("email", ApiFixture.Member));
        var link = new Uri((await api.MailAsync(ApiFixture.Member, "You have an account already")).Link!).PathAndQuery;

        (await browser.GoAsync(link)).Body.Should().Contain("Second Ltd").And.Contain("Add the organization").And.NotContain("name=\"password\"");
        var added = await browser.SubmitAsync("/auth/verify-email", ("token", link.Split("token=")[1]));

        (added.Status, added.Header("Location")).Should().Be((303, "/auth/signin?notice=organization-added&email=member%40acme.test"));
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task Whoever_is_signed_in_with_another_address_is_told_whose_invitation_it_is()
    {
        await api.InviteAsync("other@pages.test");
        var link = new Uri((await api.MailAsync("other@pages.test", "invited")).Link!).PathAndQuery;
        using var browser = new Browser(api);
        await browser.SignInAsync(ApiFixture.OtherAdmin);

        var page = await browser.GoAsync(link);

        page.Body.Should().Contain("You are signed in as <strong>admin@globex.test</strong>, and the invitation is for <strong>other@pages.test</strong>")
            .And.Contain("Sign out").And.NotContain("name=\"password\"").And.NotContain(">Join</button>");
        await browser.SubmitAsync("/api/auth/refresh/page/signout");
        (await browser.GoAsync(link)).Body.Should().Contain("name=\"password\"").And.Contain("name=\"username\" value=\"other@pages.test\"");
    }

    [Fact]
    [Trait("Requirement", "R212")]
    public async Task A_used_or_expired_link_asks_for_no_password()
    {
        await api.InviteAsync("used@pages.test");
        var token = await api.InvitationTokenAsync("used@pages.test");
        using var browser = new Browser(api);

        var accepted = await browser.SubmitAsync("/auth/accept-invitation", ("token", token), ("name", "Grace Hopper"), ("password", InvitationsApi.Password));

        accepted.Header("Location").Should().Be("/auth/signin?notice=invitation-accepted&email=used%40pages.test");
        var used = await browser.GoAsync($"/auth/accept-invitation?token={token}");
        (used.Status, used.Body.Contains("name=\"password\"")).Should().Be((200, false));
        used.Body.Should().Contain("This invitation is not valid").And.Contain("Whoever invited you can send you another one");
    }
}
