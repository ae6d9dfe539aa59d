using CleanApi.Domain.Common;

namespace CleanApi.Domain.Organizations;

/// <summary>A tenant: all else that is not global belongs to one of these.</summary>
[IdPrefix("org")]
public sealed class Organization : AggregateRoot<OrganizationId>, ITenantOwned, ISoftDeletable
{
    /// <summary>Characters of a name, 1 to this.</summary>
    public const int MaxNameLength = 100;

    private Organization()
    {
    }

    /// <summary>1 to 100 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it has subscribed to.</summary>
    public OrganizationPlan Plan { get; private init; }

    /// <summary>Whether its people need a second factor: without one, they can set one up and nothing else.</summary>
    public bool RequireSecondFactor { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>An organization owns itself.</summary>
    OrganizationId ITenantOwned.OrganizationId => Id;

    /// <summary>Founds an organization.</summary>
    public static Organization Create(string name, DateTimeOffset now, OrganizationPlan plan = OrganizationPlan.Free) =>
        Create(TypeId.New<OrganizationId>(now), name, now, plan);

    /// <summary>Founds an organization under an id that is known already: whoever founds it acts in it from the first statement on.</summary>
    public static Organization Create(OrganizationId id, string name, DateTimeOffset now, OrganizationPlan plan = OrganizationPlan.Free)
    {
        var organization = new Organization { Id = id, Name = name, Plan = plan, CreatedAt = now };
        organization.Raise(new OrganizationCreated(organization.Id, name, plan));
        return organization;
    }

    /// <summary>Gives it another name.</summary>
    public void Rename(string name, DateTimeOffset now)
    {
        if (name == Name)
        {
            return;
        }

        Raise(new OrganizationRenamed(Id, Name, name), now);
        Name = name;
    }

    /// <summary>Says whether its people need a second factor.</summary>
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
