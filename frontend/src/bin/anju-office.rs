//! Starts the room `office` in its document: administration.

use anju_frontend::{rooms::office, route::Room, run};

fn main() {
    run(Room::Office, office::page);
}
