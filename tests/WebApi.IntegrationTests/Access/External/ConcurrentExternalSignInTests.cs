using System.Net;
using CleanApi.WebApi.IntegrationTests.Invitations;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>First sign-ins with one identity in several tabs at once: each is signed in, as one user.</summary>
public sealed class ConcurrentExternalSignInTests(ExternalApi api) : IClassFixture<ExternalApi>
{
    [Fact]
    public async Task A_first_sign_in_in_two_tabs_concurrently_creates_one_organization()
    {
        const string email = "twice@newcomer.test";
        using var one = new Browser(api);
        using var other = new Browser(api);
        var answers = await Task.WhenAll(one.SignInAsync("partner", email), other.SignInAsync("partner", email));
        answers.Should().OnlyContain(answer => answer.Headers.Location!.OriginalString == "/auth/signed-in");
        (await one.MeAsync())!.Value.Text("data.id").Should().Be((await other.MeAsync())!.Value.Text("data.id"));
    }

    [Fact]
    [Trait("Requirement", "R232")]
    public async Task Concurrent_first_sign_ins_of_one_who_is_invited_and_says_yes_all_join_the_organization_that_invited_them()
    {
        // Several races, because each can end in several orders.
        for (var race = 0; race < 4; race++)
        {
            var email = $"race{race}@newcomer.test";
            var invitation = await api.InviteAsync(email, "VIEWER");
            var browsers = Enumerable.Range(0, 4).Select(_ => new Browser(api)).ToList();
            var callbacks = new List<Uri>();
            foreach (var browser in browsers)
            {
                callbacks.Add(await browser.ThroughAsync(Browser.As(await browser.BeginAsync("google"), email)));
            }

            var asked = await Task.WhenAll(browsers.Zip(callbacks, (browser, callback) => browser.ReturnAsync(callback)));
            asked.Select(answer => answer.Headers.Location?.OriginalString).Should().AllBe("/auth/join");
            var answers = await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync("/auth/join", ("invitation", invitation))));

            answers.Select(answer => (answer.StatusCode, answer.Headers.Location?.OriginalString))
                .Should().AllBeEquivalentTo((HttpStatusCode.SeeOther, "/auth/signed-in"));
            var users = new HashSet<string>(StringComparer.Ordinal);
            foreach (var browser in browsers)
            {
                var me = (await browser.MeAsync())!.Value;
                me.Text("data.attributes.role").Should().Be("VIEWER");
                users.Add(me.Text("data.id")!);
                browser.Dispose();
            }

            users.Should().ContainSingle();
            (await api.ScalarAsync<long>($"select count(*) from access.external_identities where email = '{email}'")).Should().Be(1);
        }
    }
}
