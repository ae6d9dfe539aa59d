using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Common.Events;

/// <summary>Gets events of every kind, as they are stored; otherwise as <see cref="IEventHandler{TEvent}"/>.</summary>
public interface IEveryEventHandler
{
    /// <summary>
    /// Whether it wants an event: asked in the transaction of the change, so it answers from memory. Unless it says otherwise, it wants all that belong to an organization.
    /// </summary>
    /// <param name="services">The program's services, for singletons.</param>
    /// <param name="name">The event's name.</param>
    /// <param name="organizationId">The event's organization; null where it belongs to none.</param>
    static virtual bool Wants(IServiceProvider services, string name, OrganizationId? organizationId) => organizationId is not null;

    /// <summary>Handles an event.</summary>
    Task HandleAsync(StoredEvent stored, CancellationToken cancellationToken);
}
