using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.UnitTests.Users;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Common;

public sealed class AggregateRootTests
{
    private readonly User user = Sample.User();

    [Fact]
    [Trait("Requirement", "R154")]
    public void A_new_aggregate_is_at_version_1_and_changed_when_it_was_created() =>
        (user.Version, user.CreatedAt, user.UpdatedAt).Should().Be((1L, Sample.Now, Sample.Now));

    [Fact]
    [Trait("Requirement", "R154")]
    public void Several_changes_before_a_save_increment_the_version_once()
    {
        user.ClearDomainEvents();
        user.UpdateProfile("Another", null, null, Sample.Later);
        user.Deactivate(Sample.Other, 1, Sample.Later.AddMinutes(1));
        (user.Version, user.CreatedAt, user.UpdatedAt).Should().Be((2L, Sample.Now, Sample.Later.AddMinutes(1)));
    }

    [Fact]
    public void The_first_change_after_a_save_increments_the_version()
    {
        for (var save = 1; save <= 3; save++)
        {
            user.ClearDomainEvents();
            user.UpdateProfile($"Name {save}", null, null, Sample.Later);
            user.Version.Should().Be(save + 1);
        }
    }

    [Fact]
    public void A_new_aggregate_stays_at_version_1_until_its_first_save()
    {
        user.UpdateProfile("Another", null, null, Sample.Later);
        (user.Version, user.UpdatedAt).Should().Be((1L, Sample.Later));
    }

    [Fact]
    public void No_change_does_not_increment_the_version()
    {
        user.ClearDomainEvents();
        user.UpdateProfile(user.Name, user.Bio, user.AvatarUrl, Sample.Later);
        user.Activate(Sample.Later);
        user.ChangeRole(user.Role, Sample.Other, 0, Sample.Later);
        (user.Version, user.UpdatedAt).Should().Be((1L, Sample.Now));
    }

    [Fact]
    public void A_rejected_change_does_not_increment_the_version()
    {
        user.ClearDomainEvents();
        user.Invoking(u => u.Delete(u.Id, 1, Sample.Later)).Should().Throw<BadRequestError>();
        (user.Version, user.Events.Count).Should().Be((1L, 0));
    }

    [Fact]
    public void Events_are_in_order_and_cleared_after_a_save()
    {
        user.UpdateProfile("Another", null, null, Sample.Later);
        user.Events.Select(e => e.GetType()).Should().Equal(typeof(UserCreated), typeof(UserUpdated));
        user.ClearDomainEvents();
        user.Events.Should().BeEmpty();
        user.Deactivate(Sample.Other, 1, Sample.Later);
        user.Events.Should().ContainSingle();
    }

    [Fact]
    [Trait("Requirement", "R38")]
    public void The_public_id_is_the_typeid() =>
        (user.PublicId, ((IAggregateRoot)Organization.Create("Acme", Sample.Now)).PublicId[..4]).Should().Be((user.Id.ToString(), "org_"));
}
