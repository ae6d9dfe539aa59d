using System.Linq.Expressions;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Mapping;
using CleanApi.Application.Invitations;
using CleanApi.Application.Organizations;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using Mapster;

namespace CleanApi.Application.UnitTests.Mapping;

public sealed class ProjectionTests
{
    public ProjectionTests() => TheApplication.Configure();

    [Fact]
    [Trait("Requirement", "R223")]
    public void A_projection_returns_the_same_as_the_mapping()
    {
        var user = People.User();
        Projection<User, UserResponse>.Expression.Compile()(user).Should().Be(user.Adapt<UserResponse>());
        var organization = Organization.Create("Acme", Clock.Now);
        Projection<Organization, OrganizationResponse>.Expression.Compile()(organization).Should().Be(organization.Adapt<OrganizationResponse>());
    }

    [Fact]
    [Trait("Requirement", "R18")]
    public void A_projection_reads_only_columns_so_that_it_can_be_translated_to_SQL()
    {
        IReadOnlyList<LambdaExpression> projections =
        [
            Projection<User, UserResponse>.Expression,
            Projection<ApiKey, ApiKeyResponse>.Expression,
            Projection<Session, ActiveSessionResponse>.Expression,
            Projection<Invitation, InvitationResponse>.Expression,
        ];
        projections.SelectMany(projection => ((NewExpression)projection.Body).Arguments)
            .Should().OnlyContain(value => value is MemberExpression && ((MemberExpression)value).Expression is ParameterExpression);
    }

    [Fact]
    public void An_explicit_null_check_of_a_mapping_stays()
    {
        Expression<Func<User, string>> fallback = user => user.Bio != null ? user.Bio : "none";
        Expression<Func<User, string?>> hidden = user => user.AvatarUrl != null ? user.Bio : null;
        Expression<Func<User, Uri?>> nested = user => user.Bio != null ? new Uri(user.Bio) : null;
        new ProjectionSimplifier().Visit(fallback).Should().BeSameAs(fallback);
        new ProjectionSimplifier().Visit(hidden).Should().BeSameAs(hidden);
        new ProjectionSimplifier().Visit(nested).Should().BeSameAs(nested);
    }
}
