using System.Data;
using Ardalis.Specification;

namespace CleanApi.Libs.UnitTests;

public sealed class RepositoryBaseReadTests
{
    private static readonly PeopleSpecification SecondPage = new(query => query
        .Where(person => person.Age > 20).OrderBy(person => person.Name).Skip(2).Take(2));
    private static readonly PeopleSpecification Adults = new(query => query.Where(person => person.Age > 20));
    private static readonly PersonNamesSpecification Names = new(query => query.OrderBy(person => person.Name).Select(person => person.Name));

    [Fact]
    public async Task The_first_is_one_row() =>
        (await Read(StatementRecorder.Rows(Person.Some[0]), people => people.FirstOrDefaultAsync(Adults), "LIMIT 1"))!.Name.Should().Be("Cleo");

    [Fact]
    public async Task The_first_of_none_is_null() =>
        (await Read(StatementRecorder.Rows(), people => people.FirstOrDefaultAsync(Adults), "LIMIT 1")).Should().BeNull();

    [Fact]
    public async Task The_first_projection_is_one_row() =>
        (await Read(StatementRecorder.Rows("Ada"), people => people.FirstOrDefaultAsync(Names), "LIMIT 1")).Should().Be("Ada");

    [Fact]
    public async Task The_single_one_is_looked_for_with_a_second() =>
        (await Read(StatementRecorder.Rows(Person.Some[1]), people => people.SingleOrDefaultAsync(new PersonByIdSpecification(2)), "LIMIT 2"))!
            .Name.Should().Be("Ada");

    [Fact]
    public async Task Two_are_not_a_single_one()
    {
        var read = () => Read(
            StatementRecorder.Rows(Person.Some[1], Person.Some[2]), people => people.SingleOrDefaultAsync(new PersonByIdSpecification(2)), "LIMIT 2");

        await read.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task The_single_projection_is_looked_for_with_a_second() =>
        (await Read(StatementRecorder.Rows("Ada"), people => people.SingleOrDefaultAsync(new PersonNameByIdSpecification(2)), "LIMIT 2")).Should().Be("Ada");

    [Fact]
    public async Task All_are_listed() =>
        (await Read(StatementRecorder.Rows([.. Person.Some]), people => people.ListAsync(), "FROM \"People\"")).Should().HaveCount(4);

    [Fact]
    public async Task Those_specified_are_listed() =>
        (await Read(StatementRecorder.Rows(Person.Some[0]), people => people.ListAsync(SecondPage), "OFFSET")).Should().ContainSingle();

    [Fact]
    public async Task Projections_are_listed() =>
        (await Read(StatementRecorder.Rows("Ada", "Bo"), people => people.ListAsync(Names), "SELECT p.\"Name\"")).Should().Equal("Ada", "Bo");

    [Fact]
    public async Task Those_specified_are_streamed()
    {
        var streamed = await Read(StatementRecorder.Rows(Person.Some[0]), people => people.AsAsyncEnumerable(SecondPage).ToListAsync().AsTask(), "OFFSET");

        streamed.Should().ContainSingle();
    }

    [Fact]
    public async Task A_count_knows_no_page()
    {
        var recorder = new StatementRecorder(StatementRecorder.Rows(7));
        await using var context = new PeopleContext(recorder);

        (await new PeopleRepository(context).CountAsync(SecondPage)).Should().Be(7);

        recorder.Statements.Should().ContainSingle().Which.Should().Contain("count(*)").And.Contain("p.\"Age\" > 20").And.NotContain("LIMIT");
    }

    [Fact]
    public async Task Whether_there_is_any_knows_no_page()
    {
        var recorder = new StatementRecorder(StatementRecorder.Rows(true));
        await using var context = new PeopleContext(recorder);

        (await new PeopleRepository(context).AnyAsync(SecondPage)).Should().BeTrue();

        recorder.Statements.Should().ContainSingle().Which.Should().Contain("EXISTS").And.Contain("p.\"Age\" > 20").And.NotContain("LIMIT");
    }

    [Fact]
    public async Task All_are_counted() => (await Read(StatementRecorder.Rows(4), people => people.CountAsync(), "count(*)")).Should().Be(4);

    [Fact]
    public async Task There_is_any_of_all() => (await Read(StatementRecorder.Rows(true), people => people.AnyAsync(), "EXISTS")).Should().BeTrue();

    [Fact]
    public async Task The_evaluator_given_is_used() =>
        await Read(
            StatementRecorder.Rows(Person.Some[1]),
            people => people.ListAsync(new PeopleSpecification(query => query.TagWith("shouted"))),
            "-- SHOUTED",
            new ShoutingEvaluator());

    private static async Task<TResult> Read<TResult>(
        DataTable answer, Func<PeopleRepository, Task<TResult>> read, string sql, ISpecificationEvaluator? evaluator = null)
    {
        var recorder = new StatementRecorder(answer);
        await using var context = new PeopleContext(recorder);
        var people = evaluator is null ? new PeopleRepository(context) : new PeopleRepository(context, evaluator);

        var result = await read(people);

        recorder.Statements.Should().ContainSingle().Which.Should().Contain(sql);
        return result;
    }
}
