using CleanApi.Domain.Organizations;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>
/// Endpoints and organizations to which this instance sends as much at once as it does to any. Nothing is claimed for them: one that does not answer holds up nobody else.
/// </summary>
internal sealed class BusyDestinations
{
    private const int PerEndpoint = 4;
    private const int PerOrganization = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> running = [];
    private readonly HashSet<Guid> busy = [];

    /// <summary>Something is sent there.</summary>
    public void Enter(OrganizationId organization, WebhookEndpointId endpoint)
    {
        lock (gate)
        {
            Change(endpoint.Value, 1, PerEndpoint);
            Change(organization.Value, 1, PerOrganization);
        }
    }

    /// <summary>It has ended.</summary>
    public void Leave(OrganizationId organization, WebhookEndpointId endpoint)
    {
        lock (gate)
        {
            Change(endpoint.Value, -1, PerEndpoint);
            Change(organization.Value, -1, PerOrganization);
        }
    }

    /// <summary>Their ids. Never empty: the statement has its parameter.</summary>
    public IReadOnlyList<string> List()
    {
        lock (gate)
        {
            return (string[])["", .. busy.Select(id => id.ToString())];
        }
    }

    private void Change(Guid id, int by, int most)
    {
        var count = running.GetValueOrDefault(id) + by;
        running[id] = count;
        if (count == 0)
        {
            running.Remove(id);
        }

        _ = count >= most ? busy.Add(id) : busy.Remove(id);
    }
}
