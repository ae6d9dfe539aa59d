using CleanApi.WebApi.IntegrationTests.Access.People;

namespace CleanApi.WebApi.IntegrationTests.Pages;

/// <summary>Somebody with several organizations goes from one to another.</summary>
public sealed class OrganizationPageTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private const string Page = "/auth/switch-organization";

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task The_page_says_where_one_is_and_leads_to_the_others_and_a_sign_in_to_the_last()
    {
        var (email, ids) = await MemberOfTwoAsync();
        using var browser = await SignedInAsync(email);
        var page = await browser.GoAsync("/auth/signed-in");
        page.Body.Should().Contain("<dd>First Ltd</dd>").And.Contain("Go to Second Ltd").And.NotContain("Go to First Ltd");

        var gone = await browser.SubmitAsync(Page, ("organizationId", ids["Second Ltd"]));

        (gone.Status, gone.Header("Location")).Should().Be((303, "/auth/signed-in"));
        (await browser.GoAsync("/auth/signed-in")).Body.Should().Contain("<dd>Second Ltd</dd>").And.Contain("Go to First Ltd");
        using var next = await SignedInAsync(email);
        (await next.GoAsync("/auth/signed-in")).Body.Should().Contain("<dd>Second Ltd</dd>");
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task An_organization_of_others_is_refused_like_one_that_never_was()
    {
        var (email, _) = await MemberOfTwoAsync();
        using var stranger = await api.SignedInAsync(await api.OrganizationAsync("Strangers Ltd"));
        var foreign = (await PeopleApi.OrganizationsAsync(stranger)).Values.Single();
        using var browser = await SignedInAsync(email);
        foreach (var id in new[] { foreign, "org_01h455vb4pex5vsknk084sn02q", "<b>", null })
        {
            var refused = await browser.SubmitAsync(Page, ("organizationId", id));
            refused.Header("Location").Should().Be("/auth/signed-in?notice=organization-unavailable");
        }

        (await browser.GoAsync("/auth/signed-in?notice=organization-unavailable")).Body.Should().Contain("You cannot go to that organization").And.Contain("<dd>First Ltd</dd>");
    }

    [Fact]
    public async Task Who_is_not_signed_in_goes_nowhere()
    {
        using var browser = new Browser(api);

        (await browser.SubmitAsync(Page, ("organizationId", "org_01h455vb4pex5vsknk084sn02q"))).Status.Should().Be(401);
        (await browser.GoAsync(Page)).Header("Location").Should().StartWith("/auth/signin");
    }

    private async Task<Browser> SignedInAsync(string email)
    {
        var browser = new Browser(api);
        (await browser.SubmitAsync("/auth/signin", ("email", email), ("password", PeopleApi.FirstPassword))).Header("Location").Should().Be("/auth/signed-in");
        return browser;
    }

    private async Task<(string Email, IReadOnlyDictionary<string, string> Organizations)> MemberOfTwoAsync()
    {
        var email = await api.OrganizationAsync("First Ltd");
        await api.InviteAsync(await api.OrganizationAsync("Second Ltd"), email);
        using var client = await api.SignedInAsync(email);
        await PeopleApi.AcceptOnlyAsync(client);
        return (email, await PeopleApi.OrganizationsAsync(client));
    }
}
