using Ardalis.Specification;
using Ardalis.Specification.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Libs.UnitTests;

public sealed class SpecificationEvaluatorTests : IDisposable
{
    private readonly PeopleContext context = new(new StatementRecorder(StatementRecorder.Rows<Person>()));

    public void Dispose() => context.Dispose();

    [Fact]
    public void Filters_order_and_page_become_SQL()
    {
        var sql = Sql(query => query.Where(person => person.Age > 20).OrderBy(person => person.Age).ThenByDescending(person => person.Name).Skip(5).Take(10));

        sql.Should().Contain("WHERE NOT (p.\"IsDeleted\") AND p.\"Age\" > 20")
            .And.Contain("ORDER BY p.\"Age\", p.\"Name\" DESC")
            .And.MatchRegex("LIMIT @\\w+ OFFSET @\\w+");
    }

    [Fact]
    public void An_order_may_begin_descending() =>
        Sql(query => query.OrderByDescending(person => person.Age).ThenBy(person => person.Id)).Should().Contain("ORDER BY p.\"Age\" DESC, p.\"Id\"");

    [Fact]
    public void An_offset_of_zero_is_not_sent() => Sql(query => query.Skip(0).Take(10)).Should().Contain("LIMIT").And.NotContain("OFFSET");

    [Fact]
    public void Ignored_query_filters_are_not_sent() => Sql(query => query.IgnoreQueryFilters()).Should().NotContain("WHERE");

    [Fact]
    public void Tags_are_sent_as_comments() => Sql(query => query.TagWith("one").TagWith("two")).Should().Contain("-- one").And.Contain("-- two");

    [Fact]
    public void Criteria_leave_out_order_and_page()
    {
        var specification = new PeopleSpecification(query => query.Where(person => person.Age > 20).OrderBy(person => person.Age).Skip(5).Take(10));

        var sql = SpecificationEvaluator.Default.GetQuery(context.People, specification, evaluateCriteriaOnly: true).ToQueryString();

        sql.Should().Contain("p.\"Age\" > 20").And.NotContain("ORDER BY").And.NotContain("LIMIT").And.NotContain("OFFSET");
    }

    [Fact]
    public void A_projection_selects_its_columns_only()
    {
        var specification = new PersonNamesSpecification(query => query.Where(person => person.Age > 20).Select(person => person.Name));

        var sql = SpecificationEvaluator.Default.GetQuery(context.People, specification).ToQueryString();

        sql.Should().StartWith("SELECT p.\"Name\"").And.NotContain("p.\"Id\"").And.Contain("p.\"Age\" > 20");
    }

    [Fact]
    public void A_projection_without_a_selector_fails()
    {
        var specification = new PersonNamesSpecification(_ => { });

        context.People.Invoking(people => SpecificationEvaluator.Default.GetQuery(people, specification)).Should().Throw<SelectorNotFoundException>();
    }

    [Fact]
    public void A_second_first_key_fails()
    {
        var specification = new PeopleSpecification(query => query.OrderBy(person => person.Name).OrderBy(person => person.Age));

        context.People.Invoking(people => SpecificationEvaluator.Default.GetQuery(people, specification)).Should().Throw<DuplicateOrderChainException>();
    }

    [Theory]
    [InlineData(true, "AsTracking")]
    [InlineData(false, "AsNoTracking")]
    public void Tracking_is_said_to_the_query(bool tracked, string method)
    {
        var specification = new PeopleSpecification(query => _ = tracked ? query.AsTracking() : query.AsNoTracking());

        SpecificationEvaluator.Default.GetQuery(context.People, specification).Expression.ToString().Should().Contain($".{method}()");
    }

    [Fact]
    public void What_is_not_applied_is_refused_and_not_left_out()
    {
        var specifications = new[]
        {
            new PeopleSpecification(query => query.Include("Friends")),
            new PeopleSpecification(query => query.Include(person => person.Name)),
            new PeopleSpecification(query => query.Search(person => person.Name, "%a%")),
            new PeopleSpecification(query => query.AsSplitQuery()),
            new PeopleSpecification(query => query.AsNoTrackingWithIdentityResolution()),
            new PeopleSpecification(query => query.IgnoreAutoIncludes()),
            new PeopleSpecification(query => query.PostProcessingAction(people => people.Reverse())),
        };
        var projections = new[]
        {
            new PersonNamesSpecification(query => query.SelectMany(person => new[] { person.Name })),
            new PersonNamesSpecification(query => query.PostProcessingAction(names => names.Reverse()).Select(person => person.Name)),
        };

        specifications.Should().AllSatisfy(specification => specification.Invoking(Query).Should().Throw<NotSupportedException>());
        projections.Should().AllSatisfy(specification => specification
            .Invoking(projection => SpecificationEvaluator.Default.GetQuery(context.People, projection)).Should().Throw<NotSupportedException>());
    }

    private IQueryable<Person> Query(PeopleSpecification specification) => SpecificationEvaluator.Default.GetQuery(context.People, specification);

    private string Sql(Action<ISpecificationBuilder<Person>> build) => Query(new PeopleSpecification(build)).ToQueryString();
}
