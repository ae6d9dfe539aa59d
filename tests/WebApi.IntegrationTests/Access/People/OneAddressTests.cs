using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

/// <summary>Administrators of different organizations do what they like with somebody's address: it stays its owner's.</summary>
public sealed class OneAddressTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private static readonly string[] Acts = ["create", "invite", "activate", "register"];

    /// <summary>Every order of what two administrators and the owner do.</summary>
    public static TheoryData<string> Orders() => [.. Permutations(["one:create", "one:invite", "two:create", "owner:register"]).Select(order => string.Join(' ', order))];

    [Theory]
    [MemberData(nameof(Orders))]
    [Trait("Requirement", "R245")]
    [Trait("Requirement", "R246")]
    public async Task Its_owner_gets_their_own_account_in_every_order_and_nobody_learns_of_anybody(string order)
    {
        var email = AccountsApi.NewEmail();
        var administrators = new Dictionary<string, string> { ["one"] = await api.OrganizationAsync("One Ltd"), ["two"] = await api.OrganizationAsync("Two Ltd") };
        foreach (var step in order.Split(' '))
        {
            var (who, act) = (step.Split(':')[0], step.Split(':')[1]);
            Acts.Should().Contain(act);
            await (act == "register" ? RegisterAsync(email) : ActAsync(administrators[who], act, email));
        }

        using var owner = await api.SignedInAsync(email);
        (await PeopleApi.OrganizationsAsync(owner)).Keys.Should().Equal("Own Ltd");
        (await owner.JsonAsync("/api/v1/me/invitations")).At("data").EnumerateArray().Select(one => one.Text("attributes.organizationName")).Should().Equal("One Ltd");
        foreach (var (who, others) in new[] { ("one", "Two Ltd"), ("two", "One Ltd") })
        {
            using var client = await api.SignedInAsync(administrators[who]);
            foreach (var path in new[] { "/api/v1/users", "/api/v1/invitations" })
            {
                (await client.JsonAsync(path)).GetRawText().Should().NotContain(others).And.NotContain("Own Ltd").And.NotContain("Owner");
            }
        }

        await PeopleApi.AcceptOnlyAsync(owner);
        (await PeopleApi.OrganizationsAsync(owner)).Keys.Should().Equal("Own Ltd", "One Ltd");
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task A_created_and_activated_user_has_no_way_in_and_their_owner_can_register()
    {
        var (email, administrator) = (AccountsApi.NewEmail(), await api.OrganizationAsync("Claims Ltd"));
        await ActAsync(administrator, "create", email);
        using var client = await api.SignedInAsync(administrator);
        var id = (await client.JsonAsync($"/api/v1/users?email={email}")).At("data").EnumerateArray().Single().Text("id");
        using var activated = await client.PostJsonAsync($"/api/v1/users/{id}/activate", new { });
        (await activated.JsonAsync()).Text("data.attributes.status").Should().Be("ACTIVE");

        (await api.PostAsync("/api/auth/forgot-password", new { email })).Status.Should().Be(HttpStatusCode.Accepted);
        await api.MailAsync(email, "There is no account");
        await RegisterAsync(email);

        using var owner = await api.SignedInAsync(email);
        (await PeopleApi.OrganizationsAsync(owner)).Keys.Should().Equal("Own Ltd");
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task A_user_whose_invitation_was_pending_when_they_were_created_joins_as_that_user_with_its_role()
    {
        var (email, administrator) = (AccountsApi.NewEmail(), await api.OrganizationAsync("Pending Ltd"));
        await api.InviteAsync(administrator, email, "VIEWER");
        await ActAsync(administrator, "create", email);
        // Sent again, without a role: they keep the one that they have.
        await api.InviteAsync(administrator, email, role: null);
        using var client = await api.SignedInAsync(administrator);
        var id = (await client.JsonAsync($"/api/v1/users?email={email}")).At("data").EnumerateArray().Single().Text("id");

        var token = (await api.MailAsync(email, "invited", 2)).Token;
        var (status, body) = await api.PostAsync("/api/v1/invitations/accept", new { token, name = "Grace Hopper", password = AccountsApi.FirstPassword });

        status.Should().Be(HttpStatusCode.Created, body.ToString());
        (body.Text("data.id"), body.Text("data.attributes.role"), body.Text("data.attributes.status"), body.Text("data.attributes.name"))
            .Should().Be((id, "ADMIN", "ACTIVE", "Grace Hopper"));
        using var again = await client.PostJsonAsync("/api/v1/invitations", new { email });
        (await PeopleApi.RefusalAsync(again)).Status.Should().Be(HttpStatusCode.Conflict);
    }

    private async Task ActAsync(string administrator, string act, string email)
    {
        using var client = await api.SignedInAsync(administrator);
        using var response = act == "create"
            ? await client.PostJsonAsync("/api/v1/users", new { email, name = "Somebody", role = "ADMIN" })
            : await client.PostJsonAsync("/api/v1/invitations", new { email, role = "MEMBER" });
        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
    }

    private async Task RegisterAsync(string email)
    {
        (await api.ChooseAsync(email, AccountsApi.FirstPassword, "Own Ltd", "The Owner")).Status.Should().Be(HttpStatusCode.NoContent);
    }

    private static IEnumerable<string[]> Permutations(string[] steps) => steps.Length < 2
        ? [steps]
        : steps.SelectMany(first => Permutations([.. steps.Where(step => step != first)]).Select(rest => (string[])[first, .. rest]));
}
