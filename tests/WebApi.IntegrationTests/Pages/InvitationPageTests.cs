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
        asked.Body.Should().Contain("Acme Admin").And.Contain("Viewer").And.Contain($"/auth/signin?returnUrl={Uri.EscapeDataString(link)}").And.NotContain("name=\"password\"");
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

        (added.Status, added.Header("Location")).Should().Be((303, "/auth/signin?notice=organization-added"));
    }
}
