using CleanApi.Domain.Organizations;
using CleanApi.Domain.Webhooks;
using CleanApi.Infrastructure.Webhooks;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>How much is under way for whom.</summary>
[Trait("Requirement", "R258")]
public sealed class BusyDestinationsTests
{
    private readonly BusyDestinations busy = new();

    [Fact]
    public void Slow_endpoints_of_many_organizations_have_one_share_together()
    {
        var slow = Enumerable.Range(0, 40).Select(number => Item($"https://slow{number}.example.com/")).ToList();
        foreach (var item in slow)
        {
            busy.Enter(item);
            busy.Leave(item, TimeSpan.FromSeconds(20));
        }

        slow.Take(31).ToList().ForEach(busy.Enter);
        busy.List().Should().NotContain(Id(slow[39]), "one more is let in");
        busy.Enter(slow[31]);

        busy.List().Should().Contain(slow.Select(Id), "they have their share").And.NotContain(Id(Item("https://quick.example.com/")));
        busy.Leave(slow[31], TimeSpan.FromMilliseconds(50));
        busy.List().Should().NotContain(Id(slow[31]), "it was quick").And.NotContain(Id(slow[39]));
    }

    [Fact]
    public void A_server_has_a_share_whoever_names_it_and_an_organization_a_smaller_one_when_much_is_under_way()
    {
        var same = Enumerable.Range(0, 8).Select(_ => Item("https://one.example.com/")).ToList();
        same.ForEach(busy.Enter);
        busy.List().Should().Contain(same.Select(Id));

        var organization = OrganizationId.From(Guid.CreateVersion7());
        var few = Enumerable.Range(0, 4).Select(number => Item($"https://few{number}.example.com/", organization)).ToList();
        few.ForEach(busy.Enter);
        busy.List().Should().NotContain(organization.Value.ToString());
        Enumerable.Range(0, 64).Select(number => Item($"https://more{number}.example.com/")).ToList().ForEach(busy.Enter);
        busy.List().Should().Contain(organization.Value.ToString());
    }

    private static string Id(WebhookItem item) => item.EndpointId.Value.ToString();

    private static WebhookItem Item(string url, OrganizationId? organization = null) => new(
        Guid.CreateVersion7(),
        LeaseToken: null,
        Attempts: 1,
        organization ?? OrganizationId.From(Guid.CreateVersion7()),
        WebhookEndpointId.From(Guid.CreateVersion7()),
        "{}",
        url,
        IsEnabled: true,
        IsDeleted: false,
        [],
        EncryptedPreviousSecret: null,
        PreviousSecretEndsAt: null,
        DateTimeOffset.UnixEpoch);
}
