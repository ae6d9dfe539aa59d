using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>A stream of server-sent events that is read block by block.</summary>
internal sealed class OpenStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient client;
    private readonly HttpResponseMessage response;
    private readonly StreamReader reader;

    private OpenStream(HttpClient client, HttpResponseMessage response, StreamReader reader) => (this.client, this.response, this.reader) = (client, response, reader);

    /// <summary>The last id that has arrived.</summary>
    public string? LastId { get; private set; }

    /// <summary>Why it has ended, where that was told.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The answer.</summary>
    public HttpResponseMessage Response => response;

    /// <summary>Opens one and reads its first block, which has no event.</summary>
    public static async Task<OpenStream> OpenAsync(HttpClient client, string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        request.Options.Set(ContractHandler.Follows, true);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var stream = new OpenStream(client, answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        (await stream.BlockAsync()).Should().StartWith("retry: ");
        return stream;
    }

    /// <summary>Reads the next event, past comments.</summary>
    public async Task<JsonElement> EventAsync()
    {
        while (true)
        {
            var block = await BlockAsync() ?? throw new InvalidOperationException("The stream has ended.");
            if (!IsEnd(block) && block.Split('\n').FirstOrDefault(line => line.StartsWith("data: ", StringComparison.Ordinal)) is { } data)
            {
                return JsonElement.Parse(data["data: ".Length..]);
            }
        }
    }

    /// <summary>Reads the ids of so many events.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(int count)
    {
        List<string> ids = [];
        while (ids.Count < count)
        {
            ids.Add((await EventAsync()).Text("id")!);
        }

        return ids;
    }

    /// <summary>Reads to the end, and returns whether no event came.</summary>
    public async Task<bool> EndsAsync()
    {
        try
        {
            while (await BlockAsync() is { } block)
            {
                if (IsEnd(block))
                {
                    EndReason = JsonElement.Parse(block[(block.IndexOf("data: ", StringComparison.Ordinal) + "data: ".Length)..]).Text("reason");
                }
                else if (block.Contains("data:", StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }
        catch (IOException)
        {
            // Cut off.
        }

        return true;
    }

    private static bool IsEnd(string block) => block.Contains("event: end", StringComparison.Ordinal);

    /// <summary>Reads to the next blank line; null at the end.</summary>
    public async Task<string?> BlockAsync()
    {
        List<string> lines = [];
        while (await reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Length == 0)
            {
                return string.Join('\n', lines);
            }

            LastId = line.StartsWith("id: ", StringComparison.Ordinal) ? line["id: ".Length..] : LastId;
            lines.Add(line);
        }

        return null;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        response.Dispose();
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
