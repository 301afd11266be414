"""Takes the body of POST /api/v1/wearables/sync, holds it to the rules for readings, and keeps nothing.

Written as such applications usually are: one model of a reading, and a validator for what depends on its metric.
"""

from datetime import datetime, timedelta, timezone
from typing import Annotated, Self
from uuid import UUID, uuid4

from fastapi import FastAPI
from pydantic import AwareDatetime, BaseModel, Field, model_validator

EARLIEST = datetime(2000, 1, 1, tzinfo=timezone.utc)
AHEAD = timedelta(hours=24)

COUNT = {"count": 1, "steps": 1}
LENGTH = {"km": 1, "m": 0.001, "mi": 1.609344}
ENERGY = {"kcal": 1, "Cal": 1, "kJ": 1 / 4.184}
BEATS = {"bpm": 1, "count/min": 1, "count/s": 60}
BREATHS = {"breaths/min": 1, "count/min": 1, "count/s": 60}
TIME = {"ms": 1, "s": 1_000}
SHARE = {"%": 1, "percent": 1}

# metric: factors of the units it may come in, least and largest value in its own unit
METRICS = {
    "steps": (COUNT, 0, 300_000),
    "distance": (LENGTH, 0, 350),
    "calories": (ENERGY, 0, 20_000),
    "heart_rate": (BEATS, 20, 300),
    "resting_heart_rate": (BEATS, 20, 220),
    "hrv": (TIME, 0, 1_000),
    "oxygen_level": (SHARE, 0, 100),
    "respiratory_rate": (BREATHS, 0, 100),
}


class Reading(BaseModel):
    metric_type: str
    value: Annotated[float, Field(allow_inf_nan=False)]
    unit: str
    timestamp: AwareDatetime

    @model_validator(mode="after")
    def plausible(self) -> Self:
        if self.metric_type not in METRICS:
            raise ValueError("the metric is unknown")
        units, least, largest = METRICS[self.metric_type]
        if self.unit not in units:
            raise ValueError("the metric does not come in this unit")
        if not least <= self.value * units[self.unit] <= largest:
            raise ValueError("the value is out of range")
        if not EARLIEST <= self.timestamp <= datetime.now(timezone.utc) + AHEAD:
            raise ValueError("the time is out of range")
        return self


class SyncRequest(BaseModel):
    patient_id: UUID | None = None
    device_id: Annotated[str, Field(min_length=1, max_length=200)]
    metrics: list[Reading]


class SyncResponse(BaseModel):
    message: str
    id: UUID
    timestamp: datetime
    total_metrics: int
    accepted_count: int


app = FastAPI()


@app.post("/api/v1/wearables/sync")
async def sync(request: SyncRequest) -> SyncResponse:
    return SyncResponse(
        message="Metrics synced successfully",
        id=uuid4(),
        timestamp=datetime.now(timezone.utc),
        total_metrics=len(request.metrics),
        accepted_count=len(request.metrics),
    )


@app.get("/ready")
async def ready() -> str:
    return "ready"
