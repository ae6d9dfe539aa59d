using System.Linq.Expressions;
using CleanApi.Application.Common.Mapping;
using CleanApi.Application.Organizations;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using Mapster;

namespace CleanApi.Application.UnitTests.Mapping;

public sealed class ProjectionTests
{
    public ProjectionTests() => TheApplication.Configure();

    [Fact]
    [Trait("Requirement", "R223")]
    public void A_projection_gives_what_the_mapping_gives()
    {
        var user = People.User();
        Projection<User, UserResponse>.Expression.Compile()(user).Should().Be(user.Adapt<UserResponse>());
        var organization = Organization.Create("Acme", Clock.Now);
        Projection<Organization, OrganizationResponse>.Expression.Compile()(organization).Should().Be(organization.Adapt<OrganizationResponse>());
    }

    [Fact]
    [Trait("Requirement", "R18")]
    public void A_projection_is_one_construction_of_columns_alone_so_that_a_database_can_run_it()
    {
        var body = Projection<User, UserResponse>.Expression.Body;
        var values = body is MemberInitExpression init
            ? init.NewExpression.Arguments.Concat(init.Bindings.Cast<MemberAssignment>().Select(binding => binding.Expression))
            : ((NewExpression)body).Arguments;
        values.Should().OnlyContain(value => value is MemberExpression && ((MemberExpression)value).Expression is ParameterExpression);
    }
}
