using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Activities;

/// <summary>What is counted of a member in a quarter of an hour, as it is stored. Statements add to it and sum it up.</summary>
internal sealed class MemberQuarter : ITenantOwned
{
    private MemberQuarter()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>When it begins, UTC.</summary>
    public DateTimeOffset Quarter { get; private init; }

    /// <summary>The member, also one who was deleted since.</summary>
    public UserId UserId { get; private init; }

    /// <summary>Sessions that were opened.</summary>
    public int SignIns { get; private init; }

    /// <summary>Posts that were created.</summary>
    public int Posts { get; private init; }

    /// <summary>Invitations that were created.</summary>
    public int Invitations { get; private init; }

    /// <summary>Events that the member has caused in person.</summary>
    public int Actions { get; private init; }
}
