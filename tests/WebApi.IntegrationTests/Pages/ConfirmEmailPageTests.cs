using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Pages;

/// <summary>A change of address, and its undoing, by page and without script.</summary>
[Trait("Requirement", "R250")]
public sealed class ConfirmEmailPageTests(EmailChangeApi api) : IClassFixture<EmailChangeApi>
{
    [Fact]
    public async Task Opening_a_link_changes_nothing_and_its_button_does()
    {
        var (email, client) = await api.PersonAsync();
        var next = AccountsApi.NewEmail();
        var token = await api.TokenToAsync(client, next);
        using var browser = new Browser(api);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var opened = await browser.GoAsync($"/auth/confirm-email?token={token}");
            opened.Status.Should().Be(200);
            opened.Body.Should().Contain(next).And.Contain("Confirm my address");
        }

        (await api.UsersAsync(email)).Should().Be(1);

        var confirmed = await browser.SubmitAsync("/auth/confirm-email", ("token", token));

        (confirmed.Status, confirmed.Header("Location")).Should().Be((303, "/auth/signin?notice=email-changed"));
        (await browser.GoAsync("/auth/signin?notice=email-changed")).Body.Should().Contain("Your address is changed.");
        (await api.UsersAsync(next)).Should().Be(1);
        var used = await browser.GoAsync($"/auth/confirm-email?token={token}");
        used.Status.Should().Be(200);
        used.Body.Should().Contain("This link is not valid any more").And.NotContain("<button");

        var undo = await api.UndoTokenAsync(email);
        (await browser.GoAsync($"/auth/confirm-email?token={undo}")).Body.Should().Contain(email).And.Contain("Undo the change").And.Contain("name=\"undoes\"");
        (await api.UsersAsync(next)).Should().Be(1);
        var undone = await browser.SubmitAsync("/auth/confirm-email", ("token", undo), ("undoes", "1"));
        (undone.Status, undone.Header("Location")).Should().Be((303, "/auth/signin?notice=email-restored"));
        (await api.UsersAsync(email)).Should().Be(1);
    }

    [Fact]
    public async Task Another_site_cannot_press_the_button_and_a_used_link_is_said_on_the_page()
    {
        var (_, client) = await api.PersonAsync();
        var token = await api.TokenToAsync(client, AccountsApi.NewEmail());
        using var browser = new Browser(api);

        (await browser.SubmitAsync("/auth/confirm-email", [("token", token)], ("Sec-Fetch-Site", "cross-site"))).Status.Should().Be(403);
        (await browser.SubmitAsync("/auth/confirm-email", ("token", token))).Status.Should().Be(303);
        var again = await browser.SubmitAsync("/auth/confirm-email", ("token", token));
        again.Status.Should().Be(422);
        again.Body.Should().Contain("This link is not valid any more");
    }
}
