using System.Linq.Expressions;
using CleanApi.Application.Common.Paging;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Paging;

public sealed class KeysetTests
{
    private static readonly UserId Position = new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"));

    [Theory]
    [InlineData(true, ExpressionType.LessThanOrEqual, ExpressionType.LessThan)]
    [InlineData(false, ExpressionType.GreaterThanOrEqual, ExpressionType.GreaterThan)]
    [Trait("Requirement", "R150")]
    public void The_first_half_bounds_the_key_and_the_second_breaks_ties(bool descending, ExpressionType inside, ExpressionType past)
    {
        var both = (BinaryExpression)After(descending).Body;
        var either = (BinaryExpression)both.Right;
        (both.NodeType, both.Left.NodeType, either.NodeType).Should().Be((ExpressionType.AndAlso, inside, ExpressionType.OrElse));
        (either.Left.NodeType, either.Right.NodeType).Should().Be((past, past));
        ((BinaryExpression)either.Left).Left.Type.Should().Be<string>();
        ((BinaryExpression)either.Right).Left.Type.Should().Be<UserId>();
    }

    [Fact]
    [Trait("Requirement", "R156")]
    public void Positions_are_parameters_and_not_constants_so_that_all_pages_share_a_plan()
    {
        var either = (BinaryExpression)((BinaryExpression)After(true).Body).Right;
        foreach (var side in new[] { either.Left, either.Right })
        {
            ((BinaryExpression)side).Right.Should().BeAssignableTo<MemberExpression>().Which.Expression.Should().BeAssignableTo<ConstantExpression>();
        }
    }

    [Fact]
    public void The_whole_is_about_one_row()
    {
        var after = After(true);
        var visitor = new ParameterCollector();
        visitor.Visit(after.Body);
        visitor.Found.Should().Equal(after.Parameters);
    }

    [Fact]
    public void Memory_does_not_order_rows() =>
        FluentActions.Invoking(() => After(true).Compile()(Support.People.User())).Should().Throw<NotSupportedException>();

    private static Expression<Func<User, bool>> After(bool descending) =>
        SortKey<User, UserResponse>.By("name").KeysetPredicate(new Cursor("Ada", Position.Value), descending);

    private sealed class ParameterCollector : ExpressionVisitor
    {
        public HashSet<ParameterExpression> Found { get; } = [];

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found.Add(node);
            return node;
        }
    }
}
