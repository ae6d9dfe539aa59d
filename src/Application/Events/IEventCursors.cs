using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Events;

/// <summary>
/// Places in the event log as clients see them, which they send back to go on from there. Encrypted for one organization: positions count the events of all of
/// them, and would tell each how much the others do.
/// </summary>
public interface IEventCursors
{
    /// <summary>Writes a position.</summary>
    string WritePlace(OrganizationId organization, long position);

    /// <summary>Reads one; null: this installation has not written it for this organization.</summary>
    long? ReadPlace(OrganizationId organization, string text);

    /// <summary>Writes the cursor of a page of the log, which has a position in it.</summary>
    string WritePage(OrganizationId organization, string cursor);

    /// <summary>Reads one; null: this installation has not written it for this organization.</summary>
    string? ReadPage(OrganizationId organization, string text);
}
