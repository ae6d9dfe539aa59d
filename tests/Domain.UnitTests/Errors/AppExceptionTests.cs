using CleanApi.Domain.Errors;

namespace CleanApi.Domain.UnitTests.Errors;

public sealed class AppExceptionTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1.5);

    public static TheoryData<AppException, string, int, string> All() => new()
    {
        { new ValidationError([]), "VALIDATION_ERROR", 422, "Invalid request body" },
        { new ValidationError([], FieldPlace.Query), "VALIDATION_ERROR", 422, "Invalid query parameters" },
        { new ValidationError([], FieldPlace.Elsewhere), "VALIDATION_ERROR", 422, "Invalid request data" },
        { new AuthenticationError(), "AUTHENTICATION_ERROR", 401, "Authentication required" },
        { AuthorizationError.InsufficientRole(), "AUTHORIZATION_ERROR", 403, "Insufficient permissions" },
        { new NotFoundError("User"), "NOT_FOUND", 404, "User not found" },
        { new NotFoundError("User", "usr_1"), "NOT_FOUND", 404, "User with ID usr_1 not found" },
        { new ConflictError(ReasonCodes.KeyRotated, "Taken"), "CONFLICT", 409, "Taken" },
        { new RequestInProgressError(), "CONFLICT", 409, "A request with this Idempotency-Key is being carried out: send it again in a moment" },
        { new DuplicateValueError("email"), "DUPLICATE_VALUE", 409, "A record with this email already exists" },
        { new DuplicateValueError("email", "Other words", reason: null), "DUPLICATE_VALUE", 409, "Other words" },
        { new RateLimitError(Wait), "RATE_LIMIT_EXCEEDED", 429, "Rate limit exceeded" },
        { new BadRequestError("No"), "BAD_REQUEST", 400, "No" },
        { new MalformedRequestError("Not JSON"), "MALFORMED_REQUEST", 400, "Not JSON" },
        { new GoneError(ReasonCodes.InvitationExpired, "Expired"), "GONE", 410, "Expired" },
        { new PreconditionFailedError(), "PRECONDITION_FAILED", 412, "The resource has changed since it was read; read it again and repeat the change" },
        { new PayloadTooLargeError("Big"), "PAYLOAD_TOO_LARGE", 413, "Big" },
        { new UnsupportedMediaTypeError("XML"), "UNSUPPORTED_MEDIA_TYPE", 415, "XML" },
        { new UpstreamError(), "UPSTREAM_ERROR", 502, "An upstream service failed" },
        { new ServiceUnavailableError(Wait), "SERVICE_UNAVAILABLE", 503, "The service is temporarily unavailable" },
        { new UpstreamTimeoutError(), "UPSTREAM_TIMEOUT", 504, "An upstream service did not answer in time" },
    };

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "R129")]
    [Trait("Requirement", "R130")]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R132")]
    [Trait("Requirement", "R133")]
    [Trait("Requirement", "R134")]
    [Trait("Requirement", "R138")]
    public void Every_error_has_its_code_status_and_message(AppException error, string code, int status, string message) =>
        (error.Code, error.StatusCode, error.Message).Should().Be((code, status, message));

    [Fact]
    [Trait("Requirement", "R128")]
    public void An_error_without_arguments_is_internal_with_status_500_and_no_details()
    {
        AppException error = new BareError("Broken");
        (error.Message, error.Code, error.StatusCode, error.Details.Count).Should().Be(("Broken", "INTERNAL_ERROR", 500, 0));
    }

    [Fact]
    public void Every_error_class_is_in_the_table() =>
        typeof(AppException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AppException)))
            .Should().BeSubsetOf(All().Select(row => row[0].GetType()));

    [Fact]
    [Trait("Requirement", "R129")]
    public void A_validation_error_carries_its_fields()
    {
        var error = ValidationError.Of("address.city", FieldCodes.Required, "City is required");
        error.Details.Should().Equal(new ErrorDetail("address.city", "REQUIRED", "City is required"));
    }

    [Fact]
    [Trait("Requirement", "R236")]
    public void Not_found_names_the_resource_and_where_known_the_id()
    {
        new NotFoundError("Post", "post_1").Details.Should().Equal(new ErrorDetail(null, "NOT_FOUND", "No post with ID post_1 in this organization"));
        new NotFoundError("API key", "key_1", "of yours").Details.Should().Equal(new ErrorDetail(null, "NOT_FOUND", "No API key with ID key_1 of yours"));
        new NotFoundError("Page").Details.Should().Equal(new ErrorDetail(null, "NOT_FOUND", "There is no such page"));
    }

    [Fact]
    [Trait("Requirement", "R138")]
    public void A_duplicate_names_its_field() =>
        new DuplicateValueError("email").Details.Should().Equal(new ErrorDetail("email", "DUPLICATE", "A record with this email already exists"));

    [Fact]
    [Trait("Requirement", "R243")]
    public void A_refusal_has_its_reason_and_no_field()
    {
        AppException[] refusals =
        [
            new ConflictError(ReasonCodes.InUse, "No"), new GoneError(ReasonCodes.InUse, "No"), new AuthorizationError(ReasonCodes.InUse, "No"),
            new BadRequestError(ReasonCodes.InUse, "No"),
        ];
        refusals.Should().AllSatisfy(refusal => refusal.Details.Should().Equal(new ErrorDetail(null, "IN_USE", "No")));
        new DuplicateValueError("email", "Taken", ReasonCodes.AccountExists).Details
            .Should().Equal(new ErrorDetail("email", "DUPLICATE", "Taken"), new ErrorDetail(null, "ACCOUNT_EXISTS", "Taken"));
    }

    [Fact]
    [Trait("Requirement", "R134")]
    public void Transient_errors_have_a_retry_after()
    {
        IRetryable[] errors = [new RateLimitError(Wait), new ServiceUnavailableError(Wait)];
        errors.Should().OnlyContain(error => error.RetryAfter == Wait);
    }

    [Fact]
    public void The_inner_exception_is_kept_for_the_log()
    {
        var cause = new IOException("wire");
        AppException[] errors = [new MalformedRequestError("x", cause), new UpstreamError(inner: cause), new UpstreamTimeoutError(inner: cause), new ServiceUnavailableError(Wait, inner: cause)];
        errors.Should().OnlyContain(error => error.InnerException == cause);
    }
}
