using CleanApi.Domain.Common;

namespace CleanApi.Domain.Organizations;

/// <summary>A tenant. Every entity that is not global belongs to one.</summary>
[IdPrefix("org")]
public sealed class Organization : AggregateRoot<OrganizationId>, ITenantOwned, ISoftDeletable
{
    private Organization()
    {
    }

    /// <summary>1 to 100 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The subscribed plan.</summary>
    public OrganizationPlan Plan { get; private init; }

    /// <summary>Whether its users need a second factor. A user without one can only enroll one.</summary>
    public bool RequireSecondFactor { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>An organization owns itself.</summary>
    OrganizationId ITenantOwned.OrganizationId => Id;

    /// <summary>Creates an organization.</summary>
    public static Organization Create(string name, DateTimeOffset now, OrganizationPlan plan = OrganizationPlan.Free) =>
        Create(TypeId.New<OrganizationId>(now), name, now, plan);

    /// <summary>Creates an organization with a given id: its first administrator acts in that tenant from the first statement on.</summary>
    public static Organization Create(OrganizationId id, string name, DateTimeOffset now, OrganizationPlan plan = OrganizationPlan.Free)
    {
        var organization = new Organization { Id = id, Name = NameRule.Public.Require(name), Plan = plan, CreatedAt = now };
        organization.Raise(new OrganizationCreated(organization.Id, organization.Name, plan));
        return organization;
    }

    /// <summary>Changes the name.</summary>
    /// <exception cref="Errors.ValidationError">It is no name.</exception>
    public void Rename(string name, DateTimeOffset now)
    {
        var before = Name;
        Name = NameRule.Public.Change(before, name);
        if (Name != before)
        {
            Raise(new OrganizationRenamed(Id, before, Name), now);
        }
    }

    /// <summary>Changes whether its users need a second factor.</summary>
    public void ChangeSecondFactorRequirement(bool isRequired, DateTimeOffset now)
    {
        if (isRequired == RequireSecondFactor)
        {
            return;
        }

        RequireSecondFactor = isRequired;
        Raise(new SecondFactorRequirementChanged(Id, isRequired), now);
    }
}
