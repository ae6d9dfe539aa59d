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
    public void Maps_a_foreign_key_violation_to_not_found()
    {
        var error = translator.Translate(new DbUpdateException("Saving failed", Refusal("23503")))!;

        (error.StatusCode, error.Code, error.Message).Should().Be((404, ErrorCodes.NotFound, "The requested resource was not found"));
    }

    [Fact]
    public void Maps_a_concurrency_conflict_that_outlasts_the_retries_to_service_unavailable() =>
        translator.Translate(new DbUpdateConcurrencyException()).Should().BeOfType<ServiceUnavailableError>();

    [Theory]
    [Trait("Requirement", "R66")]
    [InlineData("53300")]
    [InlineData("57P01")]
    [InlineData("57P03")]
    [InlineData("40001")]
    [InlineData("57014")]
    public void Maps_an_unavailable_database_to_service_unavailable(string sqlState) =>
        translator.Translate(Refusal(sqlState)).Should().BeOfType<ServiceUnavailableError>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(1));

    [Fact]
    [Trait("Requirement", "R66")]
    public void Maps_a_failed_connection_to_service_unavailable()
    {
        var refused = new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused));
        var exhausted = new NpgsqlException("The connection pool has been exhausted", new TimeoutException());

        translator.Translate(refused).Should().BeOfType<ServiceUnavailableError>();
        translator.Translate(new InvalidOperationException("Likely transient", exhausted)).Should().BeOfType<ServiceUnavailableError>();
    }

    [Theory]
    [InlineData("22021")]
    [InlineData("22P05")]
    public void Maps_text_that_cannot_be_stored_to_a_validation_error(string sqlState) =>
        translator.Translate(Refusal(sqlState)).Should().BeOfType<ValidationError>();

    [Fact]
    [Trait("Requirement", "R140")]
    public void Does_not_translate_other_exceptions()
    {
        translator.Translate(Refusal("42P01")).Should().BeNull();
        translator.Translate(new InvalidOperationException("Ours")).Should().BeNull();
    }

    private static PostgresException Refusal(string sqlState, string? table = null, string? constraint = null) =>
        new("refused", "ERROR", "ERROR", sqlState, tableName: table, constraintName: constraint);
}
