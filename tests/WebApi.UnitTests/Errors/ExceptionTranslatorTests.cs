using System.Net.Sockets;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CleanApi.WebApi.UnitTests.Errors;

public sealed class ExceptionTranslatorTests
{
    private readonly ExceptionTranslator translator = new();

    [Theory]
    [Trait("Requirement", "R138")]
    [InlineData("users", "users_email_key", "email")]
    [InlineData("users", "users_organization_id_display_name_key", "displayName")]
    [InlineData("posts", "posts_slug_idx", "slug")]
    [InlineData("users", "users_pkey", "id")]
    [InlineData("users", "users_key", "value")]
    public void Names_the_field_of_a_unique_violation(string table, string constraint, string field)
    {
        var error = translator.Translate(new DbUpdateException("Saving failed", Refusal("23505", table, constraint)));

        error.Should().BeOfType<DuplicateValueError>().Which.Details.Should().ContainSingle().Which.Field.Should().Be(field);
        error!.Message.Should().Be($"A record with this {field} already exists");
        error.StatusCode.Should().Be(409);
    }

    [Fact]
    [Trait("Requirement", "R139")]
    public void Does_not_find_what_a_foreign_key_misses()
    {
        var error = translator.Translate(new DbUpdateException("Saving failed", Refusal("23503")))!;

        (error.StatusCode, error.Code, error.Message).Should().Be((404, ErrorCodes.NotFound, "The requested resource was not found"));
    }

    [Fact]
    public void Fails_the_precondition_when_somebody_else_was_faster() =>
        translator.Translate(new DbUpdateConcurrencyException()).Should().BeOfType<PreconditionFailedError>();

    [Theory]
    [Trait("Requirement", "R66")]
    [InlineData("53300")]
    [InlineData("57P01")]
    [InlineData("57P03")]
    [InlineData("40001")]
    [InlineData("57014")]
    public void Is_unavailable_when_the_database_is(string sqlState) =>
        translator.Translate(Refusal(sqlState)).Should().BeOfType<ServiceUnavailableError>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(1));

    [Fact]
    [Trait("Requirement", "R66")]
    public void Is_unavailable_when_there_is_no_connection()
    {
        var refused = new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused));
        var exhausted = new NpgsqlException("The connection pool has been exhausted", new TimeoutException());

        translator.Translate(refused).Should().BeOfType<ServiceUnavailableError>();
        translator.Translate(new InvalidOperationException("Likely transient", exhausted)).Should().BeOfType<ServiceUnavailableError>();
    }

    [Theory]
    [InlineData("22021")]
    [InlineData("22P05")]
    public void Blames_the_request_for_text_that_cannot_be_stored(string sqlState) =>
        translator.Translate(Refusal(sqlState)).Should().BeOfType<ValidationError>();

    [Fact]
    [Trait("Requirement", "R140")]
    public void Leaves_all_else_unexpected()
    {
        translator.Translate(Refusal("42P01")).Should().BeNull();
        translator.Translate(new InvalidOperationException("Ours")).Should().BeNull();
    }

    private static PostgresException Refusal(string sqlState, string? table = null, string? constraint = null) =>
        new("refused", "ERROR", "ERROR", sqlState, tableName: table, constraintName: constraint);
}
