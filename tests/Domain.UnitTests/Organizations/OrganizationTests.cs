using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.UnitTests.Users;

namespace CleanApi.Domain.UnitTests.Organizations;

public sealed class OrganizationTests
{
    [Fact]
    [Trait("Requirement", "R233")]
    public void An_organization_has_id_name_and_plan()
    {
        var organization = Organization.Create("Acme", Sample.Now, OrganizationPlan.Pro);
        (organization.Name, organization.Plan, organization.CreatedAt, organization.DeletedAt).Should().Be(("Acme", OrganizationPlan.Pro, Sample.Now, null));
        organization.Id.ToString().Should().StartWith("org_");
        organization.Events.Should().Equal(new OrganizationCreated(organization.Id, "Acme", OrganizationPlan.Pro));
    }

    [Fact]
    [Trait("Requirement", "R233")]
    public void A_new_organization_is_on_the_free_plan() => Organization.Create("Acme", Sample.Now).Plan.Should().Be(OrganizationPlan.Free);

    [Fact]
    [Trait("Requirement", "R7")]
    public void An_organization_owns_itself()
    {
        var organization = Organization.Create("Acme", Sample.Now);
        ((ITenantOwned)organization).OrganizationId.Should().Be(organization.Id);
    }

    [Fact]
    public void Renaming_raises_an_event_with_both_names()
    {
        var organization = Organization.Create("Acme", Sample.Now);
        organization.ClearDomainEvents();
        organization.Rename("Acme", Sample.Later);
        organization.Events.Should().BeEmpty("the name is the same");
        organization.Rename("Globex", Sample.Later);
        organization.Name.Should().Be("Globex");
        organization.Events.Should().Equal(new OrganizationRenamed(organization.Id, "Acme", "Globex"));
    }

    [Fact]
    [Trait("Requirement", "R132")]
    public void An_unknown_organization_is_named_with_the_id()
    {
        var id = TypeId.New<OrganizationId>(Sample.Now);
        NotFoundError.Of(id).Message.Should().Be($"Organization with ID {id} not found");
    }
}
