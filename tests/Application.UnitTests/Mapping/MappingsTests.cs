using CleanApi.Application.Organizations;
using CleanApi.Application.Posts;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using Mapster;

namespace CleanApi.Application.UnitTests.Mapping;

/// <summary>That the configuration compiles without a hole is part of <see cref="TheApplication.Configure"/>.</summary>
public sealed class MappingsTests
{
    public MappingsTests() => TheApplication.Configure();

    [Fact]
    public void Every_member_of_a_destination_needs_a_source() => TypeAdapterConfig.GlobalSettings.RequireDestinationMemberSource.Should().BeTrue();

    [Theory]
    [InlineData(typeof(Post), typeof(PostResponse))]
    [InlineData(typeof(Organization), typeof(OrganizationResponse))]
    public void A_response_that_is_named_for_an_aggregate_is_mapped_and_checked_at_the_start(Type aggregate, Type response) =>
        TypeAdapterConfig.GlobalSettings.RuleMap.Keys.Should().Contain(pair => pair.Source == aggregate && pair.Destination == response);

    [Fact]
    [Trait("Requirement", "R191")]
    public void A_user_becomes_a_response_with_all_its_members()
    {
        var user = People.User(UserRole.Admin);
        user.UpdateProfile("Name", "Bio", "https://acme.test/a.png", Clock.Now);
        user.Adapt<UserResponse>().Should().Be(new UserResponse(
            user.Id, user.OrganizationId, user.Email, "Name", UserRole.Admin, UserStatus.Active, "Bio", "https://acme.test/a.png", user.CreatedAt, Clock.Now, 2));
    }

    [Fact]
    public void Missing_values_of_a_user_are_null()
    {
        var response = People.User().Adapt<UserResponse>();
        (response.Bio, response.AvatarUrl, response.Organization).Should().Be((null, null, null));
    }

    [Fact]
    [Trait("Requirement", "R233")]
    public void An_organization_becomes_a_response_with_all_its_members()
    {
        var organization = Organization.Create("Acme", Clock.Now, OrganizationPlan.Enterprise);
        organization.Adapt<OrganizationResponse>().Should().Be(new OrganizationResponse(organization.Id, "Acme", OrganizationPlan.Enterprise, false, Clock.Now, Clock.Now, 1));
    }

    [Fact]
    [Trait("Requirement", "R202")]
    public void A_patch_of_the_caller_keeps_present_absent_and_null_fields()
    {
        var patch = new UpdateMe { Name = "Name", Bio = new(null) }.Adapt<UserPatch>();
        patch.Should().Be(new UserPatch { Name = "Name", Bio = new(null) });
        (patch.AvatarUrl.IsPresent, patch.Role.IsPresent).Should().Be((false, false));
    }
}
