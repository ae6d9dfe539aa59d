using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Binding;
using CleanApi.WebApi.Idempotency;
using CleanApi.WebApi.OpenApi;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;
using MediaTypeHeaderValue = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace CleanApi.WebApi.Json;

/// <summary>Reads request bodies: JSON in UTF-8, at most 1 MB. Throws on errors, so that the error middleware writes them.</summary>
internal sealed class StrictJsonInputFormatter : InputFormatter, IInputFormatterExceptionPolicy
{
    /// <summary>The maximum size in bytes.</summary>
    public const int MaxLength = 1024 * 1024;

    private const int FirstBuffer = 16 * 1024;
    private const string Identity = "identity";
    private const string Json = "application/json";
    private const string MergePatch = "application/merge-patch+json";

    private readonly JsonSerializerOptions options;

    public StrictJsonInputFormatter(JsonSerializerOptions options)
    {
        this.options = options;
        SupportedMediaTypes.Add(Json);
        SupportedMediaTypes.Add(MergePatch);
    }

    /// <summary>The media types of a body: a PATCH is a JSON Merge Patch (RFC 7396), which JSON alone says as well.</summary>
    public static IReadOnlyList<string> MediaTypes(string method) => HttpMethods.IsPatch(method) ? [MergePatch, Json] : [Json];

    /// <inheritdoc />
    public InputFormatterExceptionPolicy ExceptionPolicy => InputFormatterExceptionPolicy.MalformedInputExceptions;

    // True for every media type: ReadAsync reports a wrong one.
    public override bool CanRead(InputFormatterContext context) => true;

    public override async Task<InputFormatterResult> ReadAsync(InputFormatterContext context) =>
        await ReadAsync(context.HttpContext, context.ModelType)
            ?? (context.TreatEmptyInputAsDefaultValue ? InputFormatterResult.Success(null!) : throw new MalformedRequestError("A JSON body is required"));

    public override Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context) => ReadAsync(context);

    /// <summary>Reads the body of a request; null where there is none.</summary>
    public async Task<InputFormatterResult?> ReadAsync(HttpContext http, Type type)
    {
        var request = http.Request;
        if (request.ContentLength > MaxLength)
        {
            throw TooLarge();
        }

        var isEmpty = request.ContentLength == 0;
        if (!isEmpty && request.ContentType is not null)
        {
            RequireJson(request);
        }

        var (buffer, length) = isEmpty ? ([], 0) : await ReadAsync(request, http.RequestAborted);
        try
        {
            if (length == 0)
            {
                return null;
            }

            RequireJson(request);
            http.Features.Get<HttpIdempotentRequest>()?.Read(buffer.AsSpan(0, length));
            var (value, faults) = JsonBody.Read(buffer.AsMemory(0, length), options.GetTypeInfo(type));
            foreach (var fault in faults)
            {
                InputFaults.Of(http).Add(FieldPlace.Body, fault);
            }

            // Without a value there are faults, and the action does not run.
            return value is null ? InputFormatterResult.Failure() : InputFormatterResult.Success(value);
        }
        finally
        {
            Return(buffer, length);
        }
    }

    private static async Task<(byte[] Buffer, int Length)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        // What is announced need not come: the buffer grows with what has.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(request.ContentLength ?? 4096, FirstBuffer));
        var length = 0;
        try
        {
            while (true)
            {
                var read = await ReadAsync(reader, cancellationToken);
                var total = length + read.Buffer.Length;
                if (total > MaxLength)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    throw TooLarge();
                }

                if (total > buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(Math.Max((int)total, buffer.Length * 2));
                    buffer.AsSpan(0, length).CopyTo(larger);
                    Return(buffer, length);
                    buffer = larger;
                }

                read.Buffer.CopyTo(buffer.AsSpan(length));
                length = (int)total;
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return (buffer, length);
                }
            }
        }
        catch
        {
            Return(buffer, length);
            throw;
        }
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            // Kestrel throws this for a chunk with an invalid size.
            throw new MalformedRequestError("The body cannot be read", exception);
        }
    }

    // Bodies contain passwords: the buffer is cleared before it returns to the pool.
    private static void Return(byte[] buffer, int length)
    {
        buffer.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static void RequireJson(HttpRequest request)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && !string.Equals(encoding, Identity, StringComparison.OrdinalIgnoreCase))
        {
            // RFC 9110, section 12.5.3.
            request.HttpContext.Response.Headers.AcceptEncoding = Identity;
            throw new UnsupportedMediaTypeError("Send the body without Content-Encoding");
        }

        // Fast path without parsing for the most frequent values.
        if (request.ContentType is "application/json" or "application/json; charset=utf-8")
        {
            return;
        }

        var allowed = MediaTypes(request.Method);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !allowed.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            throw OtherType(request, $"Send the body as {string.Join(" or ", allowed)}");
        }

        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (charset.HasValue && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw OtherType(request, "Send the body in UTF-8");
        }
    }

    // Names what is taken: RFC 5789, section 2.2, and RFC 9110, section 15.5.16.
    private static UnsupportedMediaTypeError OtherType(HttpRequest request, string message)
    {
        request.HttpContext.Response.Headers[AllowedTypes(request.Method)] = string.Join(", ", MediaTypes(request.Method));
        return new UnsupportedMediaTypeError(message);
    }

    private static string AllowedTypes(string method) =>
        HttpMethods.IsPatch(method) ? ResponseHeaders.AcceptPatch : HttpMethods.IsPost(method) ? ResponseHeaders.AcceptPost : HeaderNames.Accept;

    private static PayloadTooLargeError TooLarge() => new("The body must not be larger than 1 MB");
}
